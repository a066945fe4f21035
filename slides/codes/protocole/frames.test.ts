// Every byte that the slides show is decoded here, and must be what the slide says beside it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { constants, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadDeck } from '../../../src/deck/load-deck.ts';
import {
  decodeClosePayload,
  decodeFrame,
  decodeFrameHeader,
  decodeLatin1,
  decodeUtf8,
  encodeFrameHeader,
  encodeUtf8,
  formatHex,
  mask,
  OPCODE,
  parseHex,
  Receiver,
} from '../../../src/wire/index.ts';
import type { ReceiverEvent, Role } from '../../../src/wire/index.ts';

const read = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8').trimEnd();

/** The bytes at the beginning of each line, and the remark after two spaces or more. */
function readDump(file: string): { bytes: Uint8Array<ArrayBuffer>; remark: string }[] {
  return read(file)
    .split('\n')
    .map((line) => {
      const [, hex = '', remark = ''] = /^((?:[0-9A-F]{2} ?)+) *(.*)$/.exec(line) ?? [];
      expect(hex, line).not.toBe('');
      return { bytes: parseHex(hex), remark };
    });
}

const join = (parts: readonly { readonly bytes: Uint8Array }[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap(({ bytes }) => [...bytes]));

/** What an endpoint of that role makes of the bytes, frames left out. */
function receive(role: Role, bytes: Uint8Array): ReceiverEvent[] {
  return new Receiver({ role }).push(bytes).filter(({ type }) => type !== 'frame');
}

test('longueurs.txt gives the header of each length that it names', () => {
  const lines = read('longueurs.txt').split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    const [, length = '', hex = ''] = /^\s*([\d ]+) octets {2,}([0-9A-F ]+)$/.exec(line) ?? [];
    const header = encodeFrameHeader({
      fin: true,
      opcode: OPCODE.binary,
      maskingKey: null,
      payloadLength: Number(length.replaceAll(' ', '')),
    });
    expect(formatHex(header).toUpperCase(), line).toBe(hex);
  }
});

test('fragments.txt is one message in two fragments, around a Ping', () => {
  const events = receive('client', join(readDump('fragments.txt')));
  expect(events).toEqual([
    { type: 'ping', payload: encodeUtf8('*') },
    expect.objectContaining({ type: 'message', kind: 'text', data: 'Hello' }),
  ]);
});

test('the remarks of fragments.txt and utf8-coupe.txt say what the headers are', () => {
  for (const file of ['fragments.txt', 'utf8-coupe.txt']) {
    const headers = readDump(file).filter(({ remark }) => remark.startsWith('FIN'));
    expect(headers.length).toBeGreaterThan(1);
    for (const { bytes, remark } of headers) {
      const header = decodeFrameHeader(bytes);
      const names = { 0: 'suite', 1: 'texte', 9: 'Ping' }[header?.opcode ?? -1] ?? '?';
      const length = header?.payloadLength ?? NaN;
      expect(remark).toBe(
        `FIN = ${Number(header?.fin)}, ${names}, ${length} ${length > 1 ? 'octets' : 'octet'}`,
      );
    }
  }
});

test('utf8-coupe.txt is « é », though neither fragment is text by itself', () => {
  const dump = readDump('utf8-coupe.txt');
  expect(receive('client', join(dump))).toEqual([
    expect.objectContaining({ type: 'message', kind: 'text', data: 'é' }),
  ]);
  for (const index of [1, 3]) {
    expect(() => decodeUtf8(dump[index]?.bytes ?? new Uint8Array())).toThrow();
  }
});

test('comprime.txt is « Hello » once the four bytes are added, and an error where nothing was agreed', () => {
  const dump = read('comprime.txt').split('\n');
  const frame = parseHex(
    dump
      .slice(0, 2)
      .map((line) => line.slice(0, 20))
      .join(' '),
  );
  const decoded = decodeFrame(frame);
  expect(decoded).toMatchObject({
    size: frame.length,
    frame: { rsv1: true, fin: true, opcode: 1 },
  });
  const tail = parseHex(/^\+ ([0-9A-F ]{11})/.exec(dump[2] ?? '')?.[1] ?? '');
  const deflated = Uint8Array.from([...(decoded?.frame.payload ?? []), ...tail]);
  expect(inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH }).toString()).toBe(
    'Hello',
  );
  expect(receive('client', frame)).toEqual([expect.objectContaining({ type: 'failure' })]);
});

test('cle-prevue.txt puts a request line on the wire', () => {
  const [wanted = '', ...dump] = read('cle-prevue.txt').split('\n');
  const rows = dump.map((line) => parseHex(line.slice(10)));
  const data = Uint8Array.from(rows.slice(0, 2).flatMap((row) => [...row]));
  const wire = Uint8Array.from(rows.slice(2).flatMap((row) => [...row]));
  expect(mask(data, parseHex('01 02 03 04'))).toEqual(wire);
  expect(decodeLatin1(wire)).toBe(wanted.slice(10).replace('\\r', '\r').replace('\\n', '\n'));
});

test('ping-pong.txt is a Ping of the server, then the Pong of the client with the same data', () => {
  const dump = readDump('ping-pong.txt');
  const [ping] = receive('client', join(dump.slice(0, 2)));
  const [pong] = receive('server', join(dump.slice(2)));
  expect(ping).toEqual({ type: 'ping', payload: encodeUtf8('Hello') });
  expect(pong).toEqual({ type: 'pong', payload: encodeUtf8('Hello') });
});

describe('the tables of bytes', async () => {
  const slides = (await loadDeck(path.resolve(import.meta.dirname, '../..'))).chapters.flatMap(
    (chapter) => chapter.slides,
  );
  /** The bytes of a table's first column; `8…` and `…1` are the two halves of one. */
  const bytesOf = (title: string): Uint8Array<ArrayBuffer> => {
    const slide = slides.find((one) => one.title === title);
    const cells = [...(slide?.markdown ?? '').matchAll(/^\| `([0-9A-F… ]+)`/gm)];
    expect(cells.length, title).toBeGreaterThan(3);
    return parseHex(
      cells
        .map(([, cell]) => cell)
        .join(' ')
        .replace('… …', ''),
    );
  };

  test('« Une trame du serveur, octet par octet » is the text « Hello », for a client', () => {
    expect(receive('client', bytesOf('Une trame du serveur, octet par octet'))).toEqual([
      expect.objectContaining({ type: 'message', kind: 'text', data: 'Hello' }),
    ]);
  });

  test('« Lire une trame » is the same text, masked, for a server', () => {
    expect(receive('server', bytesOf('Lire une trame'))).toEqual([
      expect.objectContaining({ type: 'message', kind: 'text', data: 'Hello' }),
    ]);
  });

  test('« Dans une trame Close » closes with 1000 and « bye »', () => {
    const bytes = bytesOf('Dans une trame Close');
    const { frame } = decodeFrame(bytes) ?? {};
    expect(frame?.opcode).toBe(OPCODE.close);
    expect(decodeClosePayload(frame?.payload ?? new Uint8Array())).toEqual({
      code: 1000,
      reason: 'bye',
    });
  });

  test('« Le masque du client » masks « Hello » as its rows say', () => {
    const slide = slides.find(({ title }) => title === 'Le masque du client');
    const row = (name: string): Uint8Array =>
      parseHex(
        (slide?.markdown.split('\n').find((line) => line.startsWith(`| ${name}`)) ?? '')
          .slice(name.length + 2)
          .replace(/<!--.*?-->|[|`]/g, ' '),
      );
    const data = slide?.markdown.match(/^\| «\s?Hello\s?» /m)?.[0].slice(2, -1) ?? '';
    const key = row('clé');
    expect(row(data)).toEqual(encodeUtf8('Hello'));
    expect(key[4]).toBe(key[0]);
    expect(mask(row(data), key.slice(0, 4))).toEqual(row('sur le fil'));
  });

  test('« Quand la suite ne suit pas » names first bytes that fail', () => {
    const after = (hex: string, before = ''): ReceiverEvent | undefined =>
      receive('client', parseHex(`${before} ${hex}`)).at(-1);
    const failure = expect.objectContaining({ type: 'failure' }) as ReceiverEvent;
    expect(after('80 00')).toEqual(failure);
    expect(after('81 00', '01 00')).toEqual(failure);
    expect(after('09 00')).toEqual(failure);
    expect(after('89 7E 00 7E')).toEqual(failure);
    expect(after('83 00')).toEqual(failure);
    expect(after('C1 00')).toEqual(failure);
  });

  test('the weave of the title slide is the text « ok »', () => {
    const notes = slides.find(({ title }) => title === 'WebSocket')?.notes ?? '';
    const hex = /`((?:[0-9A-F]{2} ?){4})`/.exec(notes)?.[1] ?? '';
    expect(receive('client', parseHex(hex))).toEqual([
      expect.objectContaining({ type: 'message', kind: 'text', data: 'ok' }),
    ]);
  });
});

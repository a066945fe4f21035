// The frames of the echo: computed without a server, or read from what the server says of them.
import { describe, expect, test } from 'vitest';
import { SHOWN_BYTES, WITNESS_SUBPROTOCOL as SERVERS_NAME } from '../../server/echo-witness.ts';
import { formatHex, parseHex } from '../../wire/index.ts';
import { parseSighting, simulate, WITNESS_SUBPROTOCOL } from './exchange.ts';
import { frameLines } from './frame-lines.ts';
import { echoForm } from './static.ts';

const KEY = parseHex('37 fa 21 3d');
const words = (html: { toString(): string }): string =>
  String(html)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('the page asks for what the server offers', () => {
  expect(WITNESS_SUBPROTOCOL).toBe(SERVERS_NAME);
});

describe('simulate()', () => {
  test('masks the client’s frame, and not the server’s', () => {
    const { received, sent } = simulate('é', KEY);
    expect(formatHex(received.bytes)).toBe('81 82 37 fa 21 3d f4 53');
    expect(formatHex(sent.bytes)).toBe('81 02 c3 a9');
  });

  test('takes the extended length from 126 bytes on', () => {
    const { received, sent } = simulate('a'.repeat(126), KEY);
    expect([received.total, sent.total]).toEqual([2 + 2 + 4 + 126, 2 + 2 + 126]);
  });

  test('sends an empty text too', () => {
    expect(simulate('', KEY).sent.total).toBe(2);
  });
});

describe('parseSighting()', () => {
  test('reads the beginning of both frames, and their sizes', () => {
    const seen = parseSighting(
      '{"recu":"8182","recuOctets":8,"envoye":"8102c3a9","envoyeOctets":4}',
    );
    expect(seen?.received).toEqual({ bytes: parseHex('8182'), total: 8 });
    expect(seen?.sent.total).toBe(4);
  });

  test.each([
    ['no JSON', '8182'],
    ['null', 'null'],
    ['no frame', '{}'],
    ['half a byte', '{"recu":"8","recuOctets":8,"envoye":"8102","envoyeOctets":4}'],
    [
      'fewer bytes than are shown',
      '{"recu":"8182","recuOctets":1,"envoye":"8102","envoyeOctets":4}',
    ],
    ['a size that is no number', '{"recu":"8182","recuOctets":"8","envoye":"81","envoyeOctets":4}'],
  ])('refuses %s', (_what, message) => {
    expect(parseSighting(message)).toBeNull();
  });
});

describe('frameLines()', () => {
  test('names each field beside its value, the text unmasked', () => {
    expect(words(frameLines('Aller', simulate('é', KEY).received))).toMatch(
      /FIN 1 opcode 0x1, texte MASK 1 longueur 2 clé de masquage 37 fa 21 3d données «\s?é\s?»/,
    );
  });

  test('cuts a text between two characters, and counts the bytes that it leaves out', () => {
    const { bytes, total } = simulate('é'.repeat(100), KEY).received;
    const text = words(frameLines('Aller', { bytes: bytes.subarray(0, SHOWN_BYTES - 1), total }));
    expect(text).toContain(`${'é'.repeat(24)}…`);
    expect(text).toContain('192 octets de plus');
    expect(text).not.toContain('\ufffd');
  });

  test('writes a text that is HTML as text', () => {
    expect(String(frameLines('Aller', simulate('<b>', KEY).sent))).toContain('&lt;b&gt;');
  });
});

test('the static form has eight bytes one way and four the other', () => {
  expect(words(echoForm.html({}))).toMatch(/8\s?octets.*4\s?octets/);
});

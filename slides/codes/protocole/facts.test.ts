// The tables of the protocol's slides, held to the same rules as the labs' graders.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDeck } from '../../../src/deck/load-deck.ts';
import {
  computeAcceptKey,
  encodeFrameHeader,
  encodeHandshakeKey,
  findCloseCode,
  isControlOpcode,
  isSendableCloseCode,
  MAX_CLOSE_REASON,
  MAX_CONTROL_PAYLOAD,
  MAX_HEADER_SIZE,
  OPCODE,
  opcodeName,
} from '../../../src/wire/index.ts';

const deck = await loadDeck(path.resolve(import.meta.dirname, '../..'));
const slides = deck.chapters.flatMap((chapter) => chapter.slides);

/** Spaces of any kind are one space. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function slideNamed(title: string): { markdown: string; notes: string; rows: string[][] } {
  const slide = slides.find((one) => plain(one.title) === title);
  const markdown = plain(slide?.markdown ?? '');
  expect(markdown, title).not.toBe('');
  const rows = markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1));
  return {
    markdown,
    notes: plain(slide?.notes ?? ''),
    rows: rows.map((row) => row.map((cell) => cell.trim())),
  };
}

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/`(\d{4})`/g)].map(([, digits]) => Number(digits));

test('« Six opcodes suffisent » names the six, each in its family', () => {
  const found = slideNamed('Six opcodes suffisent').rows.flatMap(([codes = '', , family]) =>
    [...codes.matchAll(/`(.)`/g)].map(([, digit = '']) => ({
      opcode: parseInt(digit, 16),
      family,
    })),
  );
  expect(found.map(({ opcode }) => opcode).toSorted((a, b) => a - b)).toEqual(
    Object.values(OPCODE).toSorted((a, b) => a - b),
  );
  for (const { opcode, family } of found) {
    expect(family, opcodeName(opcode) ?? '').toBe(isControlOpcode(opcode) ? 'contrôle' : 'données');
  }
});

describe('close codes', () => {
  test('« Fermer, et dire pourquoi » tells those that may be sent from those that may not', () => {
    const [table = '', never = '', own = ''] =
      /^([\s\S]*)^- Jamais sur le fil : (.*)\n- Pour vos applications : (.*)$/m
        .exec(slideNamed('Fermer, et dire pourquoi').markdown)
        ?.slice(1) ?? [];
    expect(numbersIn(table)).toHaveLength(8);
    for (const code of numbersIn(table)) {
      expect(isSendableCloseCode(code), String(code)).toBe(true);
      expect(findCloseCode(code), String(code)).not.toBeNull();
    }
    expect(numbersIn(never)).toEqual([1005, 1006, 1015]);
    expect(numbersIn(never).some(isSendableCloseCode)).toBe(false);
    expect(numbersIn(own).every(isSendableCloseCode)).toBe(true);
  });

  test('« Trois codes qui ne circulent pas » has the same three', () => {
    const codes = slideNamed('Trois codes qui ne circulent pas').rows.flatMap(([cell = '']) =>
      numbersIn(cell),
    );
    expect(codes).toEqual([1005, 1006, 1015]);
  });

  test('a reason has the length that « Dans une trame Close » gives it, in bytes', () => {
    const { markdown, notes } = slideNamed('Dans une trame Close');
    expect(markdown).toContain(`${MAX_CLOSE_REASON} octets au plus`);
    const [, count = '', bytes = ''] = /(\d+) « é » font (\d+) octets/.exec(notes) ?? [];
    expect(new TextEncoder().encode('é'.repeat(Number(count)))).toHaveLength(Number(bytes));
    expect(Number(bytes)).toBe(MAX_CLOSE_REASON + 1);
  });
});

test('« La longueur » sends each length to the form that it takes', () => {
  const slide = slideNamed('La longueur : 1, 3 ou 9 octets');
  const extra = slide.rows.map(([, , after = '']) => (after === 'rien' ? 0 : parseInt(after, 10)));
  const headerSizes = [125, 65_535, 65_536].map(
    (payloadLength) =>
      encodeFrameHeader({ fin: true, opcode: OPCODE.binary, maskingKey: null, payloadLength })
        .length,
  );
  expect(extra.map((size) => size + 2)).toEqual(headerSizes);
  expect(slideNamed('Une trame, champ par champ').markdown).toContain(`jusqu’à ${MAX_HEADER_SIZE}`);
  expect(slideNamed('Ping, Pong').markdown).toContain(`${MAX_CONTROL_PAYLOAD} octets au plus`);
});

test('the key that erratum 3150 mends is the sixteen bytes of the RFC’s sample', () => {
  const { notes } = slideNamed('Chaque en-tête a un rôle');
  const sample = Uint8Array.from({ length: 16 }, (_, index) => index + 1);
  expect(notes).toContain(`\`${encodeHandshakeKey(sample)}\``);
  expect(computeAcceptKey(encodeHandshakeKey(sample))).toBe('C/0nmHhBztSRGR1CwL6Tf4ZjwpY=');
});

import { describe, expect, test } from 'vitest';
import { parseHex } from '../hex.ts';
import { decodeClosePayload, encodeClosePayload } from './close-payload.ts';

describe('a Close payload is read and written [RFC 6455 §5.5.1]:', () => {
  test.each<[string, string, number | null, string]>([
    ['no code: 1005 to the reader, nothing on the wire', '', null, ''],
    ['a code', '03 e8', 1000, ''],
    ['a code and a reason', '03 e8 62 79 65', 1000, 'bye'],
    ['the last private code and a reason of many bytes', '13 87 c3 a9', 4999, 'é'],
  ])('%s', (_what, payload, code, reason) => {
    expect(decodeClosePayload(parseHex(payload))).toEqual({ code: code ?? 1005, reason });
    expect(encodeClosePayload(code, reason)).toEqual(parseHex(payload));
  });
});

describe('decodeClosePayload() refuses', () => {
  test.each([
    ['one byte', '03', 'close-payload-one-byte', 1002],
    ['code 0', '00 00', 'close-code-invalid', 1002],
    ['code 1005, which is never sent', '03 ed', 'close-code-invalid', 1002],
    ['a reason that is not UTF-8', '03 e8 ff', 'invalid-utf8', 1007],
    ['a reason cut inside a character', '03 e8 c3', 'invalid-utf8', 1007],
  ])('%s', (_what, payload, code, closeCode) => {
    const decode = (): unknown => decodeClosePayload(parseHex(payload));
    expect(decode).toThrow(expect.objectContaining({ code, closeCode }));
  });
});

test('encodeClosePayload() counts the reason in bytes: 123 fill a control frame', () => {
  expect(encodeClosePayload(1000, 'é'.repeat(61) + 'e')).toHaveLength(125);
});

test.each<[string, number | null, string]>([
  ['close-code-not-sendable', 1006, ''],
  ['close-reason-too-long', 1000, 'é'.repeat(62)],
  ['close-reason-without-code', null, 'bye'],
])('encodeClosePayload() refuses our own mistake: %s', (code, closeCode, reason) => {
  const encode = (): unknown => encodeClosePayload(closeCode, reason);
  expect(encode).toThrow(expect.objectContaining({ code, closeCode: null }));
});

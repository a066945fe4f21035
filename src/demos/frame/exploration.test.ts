// Bytes read as one frame: what they say, and every rule of RFC 6455 that they break.
import { describe, expect, test } from 'vitest';
import { formatHex, parseHex } from '../../wire/index.ts';
import { bytesOf, FRAME_EXAMPLES, senderOf } from './examples.ts';
import { explore } from './exploration.ts';
import { findings } from './frame-table.ts';
import { frameForm } from './static.ts';

const MASKED_HELLO = '81 85 37 fa 21 3d 7f 9f 4d 51 58';

describe('explore()', () => {
  test.each([
    ['RSV1', 'c1 85 37 fa 21 3d 7f 9f 4d 51 58', 'client', ['reserved-bits-set']],
    ['a reserved opcode', '83 00', 'server', ['unknown-opcode']],
    [
      'a reserved control opcode in fragments',
      '0b 00',
      'server',
      ['unknown-opcode', 'control-frame-fragmented'],
    ],
    ['a fragmented Ping', '09 00', 'server', ['control-frame-fragmented']],
    ['a long Ping', '89 7e 00 7e', 'server', ['control-frame-too-long']],
    ['a client that does not mask', '81 05 48 65 6c 6c 6f', 'client', ['frame-not-masked']],
    ['a server that masks', MASKED_HELLO, 'server', ['frame-masked']],
    [
      'the top bit of a 64-bit length',
      '82 7f 80 00 00 00 00 00 00 05',
      'server',
      ['payload-length-sign-bit'],
    ],
    ['text that is not UTF-8', '81 01 ff', 'server', ['invalid-utf8']],
    ['text cut inside a character', '81 01 c3', 'server', ['invalid-utf8']],
    ['a Close of one byte', '88 01 03', 'server', ['close-payload-one-byte']],
    ['a Close 1005', '88 02 03 ed', 'server', ['close-code-invalid']],
    [
      'three faults at once',
      'fb 00',
      'client',
      ['reserved-bits-set', 'unknown-opcode', 'frame-not-masked'],
    ],
  ] as const)('names every broken rule: %s', (_, hex, sender, codes) => {
    const { faults } = explore(parseHex(hex), sender);
    expect(faults.map(({ code }) => code)).toEqual(codes);
    for (const { rfc } of faults) expect(rfc).toMatch(/^RFC 6455 §/);
  });

  test.each(FRAME_EXAMPLES)('finds nothing to refuse in $name', ({ bytes, sender }) => {
    const { faults, isLong } = explore(bytes, sender);
    expect([faults, isLong]).toEqual([[], false]);
  });

  test('reads the text of a masked frame, and of a fragment that ends inside a character', () => {
    expect(explore(parseHex(MASKED_HELLO), 'client').text).toBe('Hello');
    expect(explore(parseHex('01 04 48 c3 a9 c3'), 'server').text).toBe('Hé');
  });

  test('tells a length in a longer form than needed from a broken rule', () => {
    const { isLong, faults } = explore(parseHex('81 7e 00 02 6f 6b'), 'server');
    expect([isLong, faults]).toEqual([true, []]);
  });

  test('counts the bytes that are missing, and those that are left', () => {
    expect(explore(parseHex('81 05 48 65'), 'server')).toMatchObject({ missing: 3, left: 0 });
    expect(explore(parseHex('81 01 48 81 00'), 'server')).toMatchObject({ missing: 0, left: 2 });
    expect(explore(parseHex('81 7e 00'), 'server').missing).toBeNull();
  });

  test('reads any bytes at all without an exception', () => {
    for (let first = 0; first < 256; first++) {
      for (const second of [0, 1, 125, 126, 127, 128, 254, 255]) {
        const bytes = Uint8Array.of(first, second, 255, 255, 255, 255, 255, 255, 255, 255, 1, 2);
        expect(findings(explore(bytes, 'client')).join('')).not.toBe('');
      }
    }
  });
});

describe('findings()', () => {
  const said = (hex: string, sender: 'client' | 'server') =>
    findings(explore(parseHex(hex), sender)).join(' ');

  test('say the rule, its section and the close code', () => {
    expect(said('c1 00', 'server')).toMatch(/RSV1.*RFC.6455.§5\.2.*code 1002/);
  });

  test('say what the receiver waits for', () => {
    expect(said('81 05 48 65', 'server')).toMatch(/annonce 5.octets, il en manque 3/);
    expect(said('81', 'server')).toMatch(/L’en-tête n’est pas entier/);
  });

  test('say what to do where there are no bytes', () => {
    expect(said('', 'server')).toMatch(/choisissez un exemple/);
  });
});

describe('the attributes', () => {
  test('choose the sender by the MASK bit, unless the slide says otherwise', () => {
    expect(senderOf(undefined, parseHex('81 00'))).toBe('server');
    expect(senderOf(undefined, parseHex('81 80'))).toBe('client');
    expect(senderOf('client', parseHex('81 00'))).toBe('client');
  });

  test('are the masked « Hello » of the RFC where the slide says nothing', () => {
    expect(formatHex(bytesOf(undefined))).toBe(MASKED_HELLO);
  });

  test('refuse, at build, what is not hexadecimal', () => {
    expect(() => frameForm.html({ 'data-octets': '81 0' })).toThrow(SyntaxError);
  });

  test('give the static form of a broken frame its faults', () => {
    expect(frameForm.html({ 'data-octets': '83 00' })).toContain('Cet opcode est réservé');
  });
});

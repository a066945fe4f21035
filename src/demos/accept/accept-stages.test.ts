// The proof, its stages and its classic mistakes, against values that were computed by other programs.
import { describe, expect, test } from 'vitest';
import { formatHex } from '../../wire/index.ts';
import { changedLetters, mistakeTable, stageList, stagesOf } from './accept-stages.ts';
import { isHeaderText, keyOf } from './attributes.ts';
import { acceptForm } from './static.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

describe('stagesOf()', () => {
  test.each([
    ['rfc', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
    ['decoded', 'BXhwxM0SZasKmCD9S4BfpPmCnEw='],
    ['lower', 'WJfwerbIozKsJXHxxI0JTO1SQgU='],
    ['hex', 'YjM3YTRmMmNjMDYyNGYxNjkwZjY0NjA2Y2YzODU5NDViMmJlYzRlYQ=='],
  ] as const)('computes the key of RFC 6455 §1.3 the %s way', (method, accept) => {
    const stages = stagesOf(KEY, method);
    expect(stages?.accept).toBe(accept);
    expect(stages?.isRight).toBe(method === 'rfc');
  });

  test('shows the 20 bytes between the text and the proof', () => {
    expect(formatHex(stagesOf(KEY, 'rfc')?.digest ?? new Uint8Array(0))).toBe(
      'b3 7a 4f 2c c0 62 4f 16 90 f6 46 06 cf 38 59 45 b2 be c4 ea',
    );
  });

  test('agrees with the codec on a key that decoding would change', () => {
    expect(stagesOf('AQIDBAUGBwgJCgsMDQ4PEC==', 'rfc')).toMatchObject({
      accept: 'OfS0wDaT5NoxF2gqm7Zj2YtetzM=',
      isRight: true,
    });
  });

  test('cannot decode what is no base64, and computes the rest', () => {
    expect(stagesOf('pas-une-clé?', 'decoded')).toBeNull();
    expect(stagesOf('clef', 'rfc')?.accept).toHaveLength(28);
  });
});

describe('what is drawn', () => {
  test('says where a mistake leaves the RFC, and that the client refuses', () => {
    const wrong = stagesOf(KEY, 'hex');
    const right = stagesOf(KEY, 'rfc');
    expect(wrong && String(stageList(wrong))).toMatch(/40 chiffres.*écart est ici.*refuse/s);
    expect(right && String(stageList(right))).not.toMatch(/écart|refuse/);
  });

  test('lists the four ways, where one cannot be gone as well', () => {
    expect(String(mistakeTable('a')).match(/<tr>/g)).toHaveLength(5);
    expect(String(mistakeTable('a'))).toContain('impossible');
  });

  test('counts the letters that changed', () => {
    expect(changedLetters('abcd', 'abXY')).toBe(2);
  });
});

test('a slide’s key is ASCII, as a header is', () => {
  expect(keyOf()).toBe(KEY);
  expect(isHeaderText('a b')).toBe(false);
  expect(() => acceptForm.html({ 'data-cle': 'clé' })).toThrow(SyntaxError);
});

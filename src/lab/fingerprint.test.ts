import { expect, test } from 'vitest';
import { codeFingerprint, fingerprint } from './fingerprint.ts';

test('the same files have the same fingerprint, whatever their order', () => {
  expect(fingerprint({ a: '1', b: '2' })).toBe(fingerprint({ b: '2', a: '1' }));
});

test.each([
  { a: '1', b: '3' },
  { a: '1' },
  { a: '2', b: '1' },
  { a: '12', b: '' },
  { a: '1', c: '2' },
])('%o is not { a: 1, b: 2 }', (other) => {
  expect(fingerprint(other)).not.toBe(fingerprint({ a: '1', b: '2' }));
});

test('only the step’s own files count', () => {
  const files: Record<string, string> = { own: 'x', trial: 'y' };
  const before = codeFingerprint(['own'], (path) => files[path] ?? '');
  files.trial = 'z';
  expect(codeFingerprint(['own'], (path) => files[path] ?? '')).toBe(before);
});

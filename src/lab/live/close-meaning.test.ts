import { expect, test } from 'vitest';
import { liveWords } from '../../i18n/live.ts';
import { closeMeaning } from './close-meaning.ts';

const words = liveWords.page;

test('1006 means refused before the opening, and cut after it', () => {
  expect(closeMeaning(1006, false)).toBe(words.refused);
  expect(closeMeaning(1006, true)).toBe(words.cut);
});

test.each([
  [1000, words.codes[1000]],
  [1011, words.codes[1011]],
  [3000, words.ownCode],
  [4999, words.ownCode],
  [2999, words.unknownCode],
])('code %d has its sentence', (code, sentence) => {
  expect(closeMeaning(code, true)).toBe(sentence);
});

// Every way in which the relay may end or warn has a sentence of its own, in French typography.
import { expect, test } from 'vitest';
import { LIVE_CLOSE } from './live-close.ts';
import { LIVE_WARNINGS } from './live-warning.ts';
import { closeSentence, visitorSentence, warningSentence } from './messages.ts';

const SENTENCES = [
  ...[...Object.values(LIVE_CLOSE), 1006].map(closeSentence),
  ...LIVE_WARNINGS.map((reason) => warningSentence(reason, '200')),
  ...[400, 404, 502, 503, 504].map(visitorSentence),
];

test('no two say the same', () => {
  expect(new Set(SENTENCES).size).toBe(SENTENCES.length);
});

test.each(SENTENCES)('%s: no plain space where French wants another', (sentence) => {
  expect(sentence).not.toMatch(/ [;:!?»]|« |'/);
  expect(sentence).toMatch(/\.\)?$/);
});

test('a close code that is none of ours is a lost connection', () => {
  expect(closeSentence(1006)).toBe(closeSentence(4999));
});

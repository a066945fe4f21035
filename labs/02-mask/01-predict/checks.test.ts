// The drawn question of step 2.1: what `graders` cannot see, since it tries three draws only.
import { describe, expect, test } from 'vitest';

import { poseQuestion, type Question } from '../../../src/grading/index.ts';
import { step } from './checks.ts';

const QUESTION: Question = {
  id: 'transfert',
  title: 'Transfert',
  text: '{cle} / {indice} / {octet}',
  rfc: null,
  answer: { kind: 'drawn' },
};
const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

function pose(seed: number) {
  const { values, answer } = poseQuestion(QUESTION, step.draws, seed);
  if (answer.kind !== 'bytes') throw new Error('bytes are asked');
  const numbers = (text = '') => text.split(' ').map((digits) => Number.parseInt(digits, 16));
  const [key, [byte = 0]] = [numbers(values.cle), numbers(values.octet)];
  return { key, byte, index: Number(values.indice), answer };
}

describe('the drawn question of step 2.1', () => {
  test('is answered by the byte combined with the byte of the key whose turn it is', () => {
    for (const seed of SEEDS) {
      const { key, byte, index, answer } = pose(seed);
      expect(key).toHaveLength(4);
      expect(Number.parseInt(answer.bytes, 16)).toBe(byte ^ (key[index % 4] ?? 0));
    }
  });

  test('always lies beyond the first four bytes, where the key has begun again', () => {
    const places = new Set(SEEDS.map((seed) => pose(seed).index));
    expect([...places].toSorted((one, other) => one - other)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('has mistakes that nobody can take for one another, nor for the right answer', () => {
    for (const seed of SEEDS) {
      const { answer } = pose(seed);
      const all = [answer.bytes, ...answer.mistakes.map((mistake) => mistake.answer)];
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

// How long a slide is meant to take, as its notes say it.
import { expect, test } from 'vitest';
import { readPlannedMinutes } from './planned-minutes.ts';

test.each([
  ['**Durée** : 3 minutes.', 3],
  ['**Durée** : 3 minutes, puis le labo 1.3.', 3],
  ['**Dire** : en 20 minutes.\n\n**Durée** : 1 minute. Annoncez les pauses.', 1],
  ['**Durée**\u00a0: 1 h 30', 90],
  ['**Durée** : 2 heures', 120],
  ['**Durée** : 10\u00a0min', 10],
  ['**Durée** : 30 s', 0.5],
  ['**Durée** : 1 min 30 s', 1.5],
])('%j is %d minutes', (notes, minutes) => {
  expect(readPlannedMinutes(notes)).toBe(minutes);
});

test.each(['', '**Dire** : trois minutes', '**Durée** : à votre rythme'])(
  '%j does not say',
  (notes) => {
    expect(readPlannedMinutes(notes)).toBeUndefined();
  },
);

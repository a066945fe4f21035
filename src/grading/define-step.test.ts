import { expect, test } from 'vitest';

import { check } from './check.ts';
import { defineStep, moduleOf } from './define-step.ts';

const named = (id: string) =>
  check({ id, title: 'Titre', rfc: null, run: () => Promise.resolve() });

test('defineStep() refuses an id used twice', () => {
  const checks = [named('C1'), named('C2'), named('C1')];
  expect(() => defineStep({ exports: {}, checks })).toThrow(/"C1" is used twice/);
});

test.each(['c1', '1', 'C', 'C1b', 'CQ-regle', ''])('defineStep() refuses the id %j', (id) => {
  expect(() => defineStep({ exports: {}, checks: [named(id)] })).toThrow(/none of C1/);
});

test('moduleOf() finds the module that must export a name, alternatives included', () => {
  const exports = {
    'a.js': ['lire'],
    'b.js': [{ oneOf: ['Analyseur', 'creerAnalyseur'] }],
  } as const;
  const definition = defineStep({ exports, checks: [named('C1')] });
  expect(moduleOf(definition, 'creerAnalyseur')).toBe('b.js');
  expect(() => moduleOf(definition, 'autre')).toThrow(/autre/);
});

import { expect, test } from 'vitest';
import type { Evidence } from '../../evidence/evidence.ts';
import { readStart, type StartOutcome } from './start-server.ts';

const text = (value: string): Evidence => ({ type: 'string', value, length: value.length });
const seen = (stage: string, more: Readonly<Record<string, Evidence>> = {}): Evidence => ({
  type: 'object',
  className: 'Object',
  entries: [['stage', text(stage)], ...Object.entries(more)],
});
const thrown: Evidence = {
  type: 'error',
  name: 'Error',
  message: 'non',
  code: undefined,
  location: { file: 'poignee/serveur.js', line: 4, column: 1 },
};

function messageOf(outcome: StartOutcome): string {
  return outcome.status === 'failed' ? outcome.failure.message : outcome.status;
}

test('a server that listens gives its port', () => {
  const evidence = seen('listening', { port: { type: 'number', value: 49_152 } });
  expect(readStart(evidence, 'creerServeur')).toEqual({ status: 'listening', port: 49_152 });
});

test('what the export throws is said with its line', () => {
  const outcome = readStart(thrown, 'creerServeur');
  expect(messageOf(outcome)).toContain('« non »'.replaceAll(' ', '\u202f'));
  expect(outcome).toMatchObject({ failure: { location: { line: 4 } } });
});

test.each<[string, Evidence, string]>([
  ['nothing', seen('no-server', { value: { type: 'undefined' } }), 'undefined'],
  ['a number', seen('no-server', { value: { type: 'number', value: 3 } }), 'un nombre'],
])('a function that returns %s is told what a server is', (_what, evidence, named) => {
  expect(messageOf(readStart(evidence, 'creerServeur'))).toContain(named);
});

test.each<[Evidence, string]>([
  [seen('not-listening', { error: thrown }), 'listen(0)'],
  [seen('silent'), 'listen(0)'],
  [seen('listening', { port: { type: 'undefined' } }), 'address()'],
  [seen('unsettled'), 'promesse'],
  [{ type: 'unreadable', reason: 'unsettled' }, 'promesse'],
])('%o fails with a sentence', (evidence, word) => {
  expect(messageOf(readStart(evidence, 'creerServeur'))).toContain(word);
});

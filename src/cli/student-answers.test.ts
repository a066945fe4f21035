import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import type { Step } from '../catalog/index.ts';
import type { Question, Report } from '../grading/index.ts';
import { answerNotes, readStudentAnswers } from './student-answers.ts';
import { WrongUse } from './wrong-use.ts';

const question = (id: string, answer: Question['answer']): Question => ({
  id,
  title: id,
  text: id,
  rfc: null,
  answer,
});
const CHOICE = question('navigateur', {
  kind: 'choice',
  options: [
    { id: 'ouvre', label: 'Il ouvre', explanation: 'Non.' },
    { id: 'echoue', label: 'Il échoue', explanation: 'Oui.' },
  ],
  right: 'echoue',
});
const DRAWN = question('transfert', { kind: 'drawn' });

const stepWith = (changes: Partial<Step>): Step => ({
  number: '1.8',
  id: 'handshake/repair',
  slug: 'repair',
  address: '/labos/poignee-de-main/1-8/',
  folder: 'labs/01-handshake/08-repair',
  title: 'Réparer',
  minutes: 10,
  rfc: [],
  files: ['poignee/reparer.js'],
  hints: ['', '', ''],
  misconceptions: {},
  packages: [],
  signatures: {},
  questions: [CHOICE],
  live: null,
  instructions: '',
  starter: {},
  solution: {},
  right: [],
  wrong: [],
  checks: [],
  ...changes,
});
const BOTH = stepWith({});
const ALONE = stepWith({ number: '2.1', files: [], questions: [CHOICE, DRAWN] });

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function directoryWith(answers: string | Uint8Array | null): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'mes réponses '));
  folders.push(root);
  if (answers !== null) await writeFile(join(root, 'reponses.json'), answers);
  return root;
}

async function refusal(directory: string, step: Step): Promise<string> {
  const error: unknown = await readStudentAnswers(directory, step).then(
    () => new Error('they were read'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof WrongUse)) throw error;
  expect(error.message).not.toContain('\n');
  return error.message.replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('readStudentAnswers()', () => {
  test('gives the file as it is, and nothing where there is none', async () => {
    const text = '{ "1.8/navigateur": "echoue" }';
    expect(await readStudentAnswers(await directoryWith(text), BOTH)).toBe(text);
    expect(await readStudentAnswers(await directoryWith(null), BOTH)).toBeNull();
  });

  test('does not look at the file of a step that asks nothing', async () => {
    const directory = await directoryWith('{ broken');
    expect(await readStudentAnswers(directory, stepWith({ questions: [] }))).toBeNull();
  });

  test.each<[string, string | Uint8Array, string]>([
    [
      'JSON that does not parse',
      '{ "1.8/navigateur": }',
      '« reponses.json » n’est pas du JSON lisible',
    ],
    ['a list', '[]', '« reponses.json » doit être un objet de textes'],
    ['a number', '{ "1.8/navigateur": 1 }', 'donne un nombre à « 1.8/navigateur »'],
    ['a table of another step', '{ "2.1": {} }', 'donne un objet à « 2.1 »'],
    ['a hostile key', '{ "__proto__": {} }', 'donne un objet à « __proto__ »'],
    ['600 kB', `{ "a": "${'x'.repeat(600 * 1024)}" }`, '« reponses.json » pèse 601 ko'],
    [
      'bytes that are no text',
      Uint8Array.of(0xff, 0xfe, 0x00),
      'n’est pas un fichier texte en UTF-8',
    ],
  ])('refuses %s in one sentence', async (_what, answers, sentence) => {
    expect(await refusal(await directoryWith(answers), BOTH)).toContain(sentence);
  });

  test('refuses a folder of that name', async () => {
    const directory = await directoryWith(null);
    await mkdir(join(directory, 'reponses.json'));
    expect(await refusal(directory, BOTH)).toBe('« reponses.json » n’est pas un fichier.');
  });

  test.each([
    ['no file', null, 'il manque vos réponses, cherchées ici'],
    ['no answer', '{}', 'ne répond à aucune question de l’étape 2.1'],
    ['blank answers', '{ "2.1/navigateur": " " }', 'ne répond à aucune question de l’étape 2.1'],
    ['answers to another step', '{ "1.8/navigateur": "ouvre" }', 'ne répond à aucune question'],
  ])(
    'refuses %s to a step that has only questions, and shows what to write',
    async (_what, answers, sentence) => {
      const message = await refusal(await directoryWith(answers), ALONE);
      expect(message).toContain(sentence);
      expect(message).toContain('{ "2.1/navigateur": "…", "2.1/transfert": "…" }');
    },
  );
});

describe('answerNotes()', () => {
  const report = (...open: readonly string[]): Report => ({
    step: '2.1',
    seed: 7,
    status: 'fail',
    tests: ALONE.questions.map(({ id, title }) => ({
      id: `CQ-${id}`,
      name: title,
      rfc: null,
      ...(open.includes(id) ? { status: 'skipped', message: '' } : { status: 'pass' }),
    })),
    notes: [],
  });

  test('shows what to write for the questions that are open', () => {
    expect(answerNotes(ALONE, report('navigateur'), null, true).join('\n')).toContain(
      '{ "2.1/navigateur": "…" }',
    );
    expect(answerNotes(ALONE, report(), null, true)).toEqual([]);
  });

  test('says how to come back to drawn values, unless their seed is known', () => {
    expect(answerNotes(ALONE, report(), null, false).join('\n')).toContain('--seed 7');
    expect(answerNotes(ALONE, report(), null, true)).toEqual([]);
    expect(answerNotes(ALONE, report(), '{ "2.1/graine": "7" }', false)).toEqual([]);
    expect(answerNotes(BOTH, report(), null, false)).toEqual([]);
  });
});

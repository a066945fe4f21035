import { describe, expect, test } from 'vitest';

import { check } from './check.ts';
import { defineStep } from './define-step.ts';
import { fail } from './check-failure.ts';
import { functionSubjects } from './function-subject.fixture.ts';
import { gradeStep } from './grade-step.ts';
import { runMatrix } from './matrix.ts';
import { BROWSER, BYTE, DRAWN, DRAWS } from './question.fixture.ts';
import { withQuestions } from './question-grading.ts';
import { isComplete, unansweredOf } from './report-questions.ts';
import { poseQuestion } from './question-pose.ts';
import type { Question } from './question.ts';
import { failingChecks } from './signature.ts';
import type { LoadOutcome } from './subject.ts';

const FILE = 'poignee/reparer.js';
const CODE = defineStep({
  exports: { [FILE]: ['creerServeur'] },
  checks: [
    check({
      id: 'C1',
      title: 'Rend « oui »',
      rfc: null,
      async run({ call }) {
        const { value } = await call('creerServeur');
        if (value.type !== 'string' || value.value !== 'oui') fail({ message: 'Non.' });
      },
    }),
  ],
});
const QUESTIONS_ONLY = defineStep({ exports: {}, checks: [], draws: DRAWS ?? {} });
const SYNTAX: LoadOutcome = {
  status: 'syntax',
  message: 'Unexpected token',
  location: { file: FILE, line: 2, column: 1 },
};

type Student = {
  readonly answers?: Readonly<Record<string, string>> | string;
  readonly returns?: string;
  readonly load?: LoadOutcome;
  readonly questions?: readonly Question[];
  readonly alone?: boolean;
};

async function grade({ answers, returns = 'oui', load, questions, alone = false }: Student) {
  const { createSubject, counts } = functionSubjects({
    modules: () => ({ [FILE]: { creerServeur: () => returns } }),
    ...(load === undefined ? {} : { load }),
  });
  const text = typeof answers === 'string' ? answers : JSON.stringify(answers);
  const report = await gradeStep({
    step: '1.8',
    definition: withQuestions(alone ? QUESTIONS_ONLY : CODE, questions ?? [BROWSER, BYTE]),
    files: { [FILE]: '', ...(answers === undefined ? {} : { 'reponses.json': text }) },
    createSubject,
    seed: 7,
  });
  const tests = report.tests.map(({ id, status }) => `${id} ${status}`);
  const notes = report.notes.map((note) => note.replaceAll(/[\u00a0\u202f]/g, ' '));
  return { report, counts, tests, notes, status: report.status };
}

describe('gradeStep()', () => {
  test('judges code and answers, each in a test of its own', async () => {
    const { tests, status, report } = await grade({
      answers: { '1.8/navigateur': 'echoue', '1.8/octet-5': '0x7F' },
    });
    expect({ tests, status }).toEqual({
      tests: ['C1 pass', 'CQ-navigateur pass', 'CQ-octet-5 pass'],
      status: 'pass',
    });
    expect(isComplete(report)).toBe(true);
  });

  test('does not count a question without an answer, which leaves the step unfinished', async () => {
    const { tests, status, report } = await grade({ answers: { '1.8/octet-5': '7f' } });
    expect({ tests, status }).toEqual({
      tests: ['C1 pass', 'CQ-navigateur skipped', 'CQ-octet-5 pass'],
      status: 'pass',
    });
    expect(isComplete(report)).toBe(false);
    expect(unansweredOf(report).map((test) => test.id)).toEqual(['CQ-navigateur']);
  });

  test('counts a wrong answer', async () => {
    const { status } = await grade({ answers: { '1.8/navigateur': 'ouvre' } });
    expect(status).toBe('fail');
  });

  test('says what is wrong with code when nothing is answered', async () => {
    const { tests, status } = await grade({ returns: 'non' });
    expect({ tests, status }).toEqual({
      tests: ['C1 fail', 'CQ-navigateur skipped', 'CQ-octet-5 skipped'],
      status: 'fail',
    });
  });

  test('judges the answers of a student whose code does not load', async () => {
    const { tests, status } = await grade({
      load: SYNTAX,
      answers: { '1.8/navigateur': 'echoue', '1.8/octet-5': '6f' },
    });
    expect({ tests, status }).toEqual({
      tests: ['C1 error', 'CQ-navigateur pass', 'CQ-octet-5 fail'],
      status: 'error',
    });
  });

  test('starts no realm for a step that has only questions, and wants them all answered', async () => {
    const one = await grade({ alone: true, answers: { '1.8/octet-5': '7f' } });
    expect(one).toMatchObject({ status: 'fail', counts: { created: 0 } });
    const both = await grade({
      alone: true,
      answers: { '1.8/octet-5': '7f', '1.8/navigateur': 'echoue' },
    });
    expect(both).toMatchObject({ status: 'pass', counts: { created: 0 } });
  });

  test('looks at no answer where nothing is asked', async () => {
    const { tests, notes } = await grade({ questions: [], answers: '{ broken' });
    expect({ tests, notes }).toEqual({ tests: ['C1 pass'], notes: [] });
  });

  test('says that the answers cannot be read, and goes on', async () => {
    const { tests, notes } = await grade({ answers: '[]' });
    expect(tests).toEqual(['C1 pass', 'CQ-navigateur skipped', 'CQ-octet-5 skipped']);
    expect(notes).toEqual([
      'reponses.json doit être un objet de textes, comme { "1.8/navigateur": "…" }. Aucune réponse n’a été lue.',
    ]);
  });

  test('names the keys that answer nothing, and leaves those of other steps alone', async () => {
    const { notes } = await grade({
      answers:
        '{ "1.8/navigater": "echoue", "navigateur": "echoue", "__proto__": "x", "2.1/a": "b" }',
    });
    expect(notes).toEqual([
      'reponses.json : « 1.8/navigater » n’existe pas dans l’étape 1.8 (1.8/navigateur, 1.8/octet-5).',
      'reponses.json : « navigateur », « __proto__ » ne désigne aucune question ; une clé s’écrit « 1.8/navigateur ».',
    ]);
  });

  test('judges a drawn question by the draw that was answered, else by its seed', async () => {
    const rightFor = (seed: number) => {
      const { answer } = poseQuestion(DRAWN, DRAWS, seed);
      return answer.kind === 'bytes' ? answer.bytes : '';
    };
    const draw = { alone: true, questions: [DRAWN] };
    const bySeed = await grade({ ...draw, answers: { '1.8/transfert': rightFor(7) } });
    expect(bySeed.status).toBe('pass');
    const otherSeed = await grade({ ...draw, answers: { '1.8/transfert': rightFor(4711) } });
    expect(otherSeed.status).toBe('fail');
    const answers = { '1.8/transfert': rightFor(4711), '1.8/graine': '4711' };
    expect(await grade({ ...draw, answers })).toMatchObject({ status: 'pass', notes: [] });
    const { notes } = await grade({ ...draw, answers: { '1.8/graine': 'ma graine' } });
    expect(notes.join('\n')).toContain('« 1.8/graine » est la graine du tirage');
  });

  test('calls a draw that throws the author’s mistake, and judges the other questions', async () => {
    const { tests, report } = await grade({
      questions: [DRAWN, BYTE],
      answers: { '1.8/octet-5': '7f' },
    });
    expect(tests).toEqual(['C1 pass', 'CQ-transfert error', 'CQ-octet-5 pass']);
    expect(JSON.stringify(report.tests[1])).toContain('ce n’est pas votre faute');
  });
});

test('the checks that point at a misconception are those of the code, whatever was answered', async () => {
  const wrong = { answers: { '1.8/navigateur': 'ouvre' } };
  expect(failingChecks((await grade(wrong)).report.tests)).toBeNull();
  expect(failingChecks((await grade({ ...wrong, returns: 'non' })).report.tests)).toBe('C1');
  expect(failingChecks((await grade({ returns: 'non' })).report.tests)).toBe('C1');
});

describe('the examination of the graders', () => {
  const { createSubject } = functionSubjects({ modules: () => ({}) });
  const alone = withQuestions(QUESTIONS_ONLY, [BROWSER, BYTE, DRAWN]);
  const candidates = [
    { kind: 'starter', name: 'starter/', files: {} },
    { kind: 'solution', name: 'solution/', files: {} },
  ] as const;

  test('makes from each question the answers that must be refused, and finds the graders sound', async () => {
    const matrix = await runMatrix({
      step: '2.1',
      definition: alone,
      candidates,
      createSubject,
      seeds: [1, 2],
    });
    expect(matrix.breaches).toEqual([]);
    expect(matrix.checks).toEqual(['CQ-navigateur', 'CQ-octet-5', 'CQ-transfert']);
    const names = matrix.rows.map(({ name, killer }) => [name, killer] as const);
    expect(names).toContainEqual(['2.1/navigateur = ouvre', 'CQ-navigateur']);
    expect(names).toContainEqual(['2.1/navigateur = ignore', 'CQ-navigateur']);
    expect(names).toContainEqual(['2.1/octet-5 = 6f', 'CQ-octet-5']);
    expect(names).toContainEqual(['2.1/octet-5 = 127', 'CQ-octet-5']);
    expect(names).toContainEqual(['2.1/octet-5 = 0x7F', null]);
  });

  test('finds a question that a wrong answer passes', async () => {
    const lax: Question = {
      ...BYTE,
      answer: { kind: 'bytes', bytes: '7F', explanation: '', mistakes: [] },
    };
    const definition = withQuestions(QUESTIONS_ONLY, [lax]);
    const matrix = await runMatrix({
      step: '2.1',
      definition,
      candidates,
      createSubject,
      seeds: [1],
    });
    expect(matrix.breaches.length).toBeGreaterThan(0);
  });

  test('keeps the answers that a candidate carries', async () => {
    const matrix = await runMatrix({
      step: '2.1',
      definition: withQuestions(QUESTIONS_ONLY, [BROWSER, BYTE]),
      candidates: [
        ...candidates,
        {
          kind: 'wrong',
          name: 'wrong/both',
          files: { 'reponses.json': '{ "2.1/octet-5": "ff" }' },
          killer: 'CQ-octet-5',
          onlyKiller: true,
        },
      ],
      createSubject,
      seeds: [1],
    });
    expect(matrix.breaches).toEqual([]);
    expect(matrix.rows[2]?.statuses).toEqual(['pass', 'fail']);
  });
});

import { describe, expect, test } from 'vitest';

import { propertyOf } from '../evidence/normalise.ts';
import { check, type CheckContext } from './check.ts';
import { fail, failForEnding } from './check-failure.ts';
import { defineStep } from './define-step.ts';
import { expectText } from './expect-text.ts';
import { type FunctionSubjectOptions, functionSubjects } from './function-subject.fixture.ts';
import { gradeStep } from './grade-step.ts';
import { type Ending, SubjectEnded, type SubjectOptions } from './subject.ts';
import type { Report } from './verdict.ts';

const FILE = 'poignee/accept.js';
const thrown = (name: string, message: string) => ({
  name,
  message,
  code: undefined,
  location: { file: FILE, line: 4, column: 7 },
});

function checkOf(id: string, run: (context: CheckContext) => Promise<void>) {
  return check({ id, title: `Titre ${id}`, rfc: '§1.3', run });
}

/** Wants `doubler(text)` to be the text twice, for a text of its own. */
function wants(id: string, text: string) {
  return checkOf(id, async ({ call }) => {
    expectText(await call('doubler', text), { expected: text + text });
  });
}

const STEP = defineStep({
  exports: { [FILE]: ['doubler'] },
  checks: [wants('C1', 'a'), wants('C2', 'b'), wants('C3', 'c')],
});
const doubler = (text: string) => text + text;
const right: FunctionSubjectOptions = { modules: () => ({ [FILE]: { doubler } }) };

type Overrides = { readonly definition?: typeof STEP; readonly deadline?: number };

function grade(options: FunctionSubjectOptions, overrides: Overrides = {}) {
  const { createSubject, counts } = functionSubjects(options);
  const given = { step: '1.3', definition: STEP, files: {}, createSubject, seed: 7, ...overrides };
  return gradeStep(given).then((report) => ({ report, counts }));
}

const statuses = (report: Report) => report.tests.map((verdict) => verdict.status);
const verdictOf = (report: Report, index: number) => {
  const verdict = report.tests[index];
  if (verdict === undefined || verdict.status === 'pass' || verdict.status === 'skipped') {
    throw new Error(`no failure at ${index}`);
  }
  return verdict;
};

describe('gradeStep()', () => {
  test('passes a right answer in one realm, which it disposes of', async () => {
    const { report, counts } = await grade(right);
    expect(report).toMatchObject({ step: '1.3', seed: 7, status: 'pass', notes: [] });
    expect(statuses(report)).toEqual(['pass', 'pass', 'pass']);
    expect(counts).toEqual({ created: 1, disposed: 1 });
  });

  test('fails the check that is wrong and goes on with the others', async () => {
    const wrong = (text: string) => (text === 'b' ? 'b' : text + text);
    const { report } = await grade({ modules: () => ({ [FILE]: { doubler: wrong } }) });
    expect(report.status).toBe('fail');
    expect(statuses(report)).toEqual(['pass', 'fail', 'pass']);
    expect(verdictOf(report, 1)).toMatchObject({
      sent: "doubler('b')",
      expected: 'bb',
      actual: 'b',
    });
  });

  test('reads the properties that a check names, even on a result that is also an iterable', async () => {
    class Requete {
      readonly #ligne = 'GET / HTTP/1.1';
      get methode() {
        return this.#ligne.slice(0, 3);
      }
      *[Symbol.iterator]() {
        yield this.#ligne;
      }
    }
    const definition = defineStep({
      exports: { [FILE]: ['doubler'] },
      checks: [
        checkOf('C1', async ({ calls }) => {
          const [returned] = await calls('doubler', [['a']], ['methode']);
          if (returned === undefined) throw new Error('no result');
          const value = propertyOf(returned.value, 'methode');
          expectText({ ...returned, value }, { expected: 'GET' });
        }),
      ],
    });
    const modules = () => ({ [FILE]: { doubler: () => new Requete() } });
    expect((await grade({ modules }, { definition })).report.status).toBe('pass');
  });

  test('reports an exception with its line and what was sent', async () => {
    const throws = () => {
      throw new TypeError("Cannot read properties of undefined (reading 'trim')");
    };
    const { report } = await grade({ modules: () => ({ [FILE]: { doubler: throws } }) });
    expect(statuses(report)).toEqual(['fail', 'fail', 'fail']);
    expect(verdictOf(report, 0).message).toContain('lecture de «\u202ftrim\u202f»');
  });

  test('calls a promise that never settles a timeout, and goes on in the same realm', async () => {
    const { report, counts } = await grade({
      ...right,
      script: (_name, [text]) => (text === 'a' ? 'unsettled' : null),
    });
    expect(statuses(report)).toEqual(['timeout', 'pass', 'pass']);
    expect(counts.created).toBe(1);
  });

  test('stops after two promises that never settle, too', async () => {
    const { report } = await grade({ ...right, script: () => 'unsettled' });
    expect(statuses(report)).toEqual(['timeout', 'timeout', 'skipped']);
  });

  test.each<[string, Ending, string, string]>([
    ['a deadline', { reason: 'deadline', milliseconds: 2000 }, 'timeout', 'arrêté après 2'],
    ['a crash', { reason: 'crashed', thrown: thrown('Error', 'oups') }, 'error', 'oups'],
    ['an exit', { reason: 'exited', code: 0, location: null }, 'error', 'code 0'],
    ['memory', { reason: 'memory' }, 'error', 'mémoire'],
    ['a flood', { reason: 'flood' }, 'error', 'trop écrit'],
  ])(
    'blames %s on the check that ran and grades the next ones in a fresh realm',
    async (_what, ending, status, words) => {
      const { report, counts } = await grade({
        ...right,
        script: (_name, [text]) => (text === 'b' ? { ends: ending } : null),
      });
      expect(statuses(report)).toEqual(['pass', status, 'pass']);
      expect(verdictOf(report, 1).message).toContain(words);
      expect(counts).toEqual({ created: 2, disposed: 2 });
    },
  );

  test('stops after two endings: an endless loop costs two deadlines, not one for each check', async () => {
    const ending: Ending = { reason: 'deadline', milliseconds: 2000 };
    const { report, counts } = await grade({ ...right, script: () => ({ ends: ending }) });
    expect(statuses(report)).toEqual(['timeout', 'timeout', 'skipped']);
    expect(counts.created).toBe(2);
  });

  test('a check that knows what it did to the program says so when the program ends', async () => {
    const ending: Ending = { reason: 'crashed', thrown: thrown('Error', 'read ECONNRESET') };
    const knowing = checkOf('C1', async ({ call }) => {
      try {
        await call('doubler', 1);
      } catch (error) {
        if (error instanceof SubjectEnded) failForEnding(error, { message: 'Un client part.' });
      }
    });
    const definition = defineStep({ exports: STEP.exports, checks: [knowing, wants('C2', 'b')] });
    const script = (_name: string, [argument]: readonly unknown[]) =>
      argument === 1 ? ({ ends: ending } as const) : null;
    const { report, counts } = await grade({ ...right, script }, { definition });
    expect(statuses(report)).toEqual(['error', 'pass']);
    expect(verdictOf(report, 0).message).toBe('Un client part.');
    expect(counts.created).toBe(2);
  });

  test('gives up on a check whose program lives but stays silent', async () => {
    const silent = checkOf('C1', () => new Promise(() => undefined));
    const definition = defineStep({ exports: STEP.exports, checks: [silent, wants('C2', 'b')] });
    const { report } = await grade(right, { definition, deadline: 10 });
    expect(statuses(report)).toEqual(['timeout', 'pass']);
    expect(verdictOf(report, 0).message).toContain('Rien n’est arrivé');
  });

  test('says that a check is broken instead of blaming the student', async () => {
    const broken = checkOf('C1', () => Promise.reject(new Error('zut')));
    const definition = defineStep({ exports: STEP.exports, checks: [broken, wants('C2', 'b')] });
    const { report } = await grade(right, { definition });
    expect(statuses(report)).toEqual(['error', 'pass']);
    expect(verdictOf(report, 0).message).toMatch(/pas votre faute.+zut/);
  });

  test('draws the same values for one seed, others for another, whatever the order of checks', async () => {
    const drawn: string[] = [];
    const draws = (id: string) =>
      checkOf(id, ({ random }) => {
        drawn.push(`${id} ${random.bytes(8).toString()}`);
        return Promise.resolve();
      });
    const { createSubject } = functionSubjects(right);
    const exports = STEP.exports;
    const base = { step: '1.3', files: {}, createSubject };
    const forward = { exports, checks: [draws('C1'), draws('C2')] };
    const backward = { exports, checks: [draws('C2'), draws('C1')] };
    await gradeStep({ ...base, definition: forward, seed: 1 });
    await gradeStep({ ...base, definition: backward, seed: 1 });
    await gradeStep({ ...base, definition: forward, seed: 2 });
    const [c1, c2, c2Again, c1Again, c1Other] = drawn;
    expect([c1Again, c2Again]).toEqual([c1, c2]);
    expect(c1Other).not.toBe(c1);
  });

  test('keeps each note once, the given ones first', async () => {
    const notes = checkOf('C1', ({ note }) => {
      note('Laxiste.');
      note('Laxiste.');
      fail({ message: 'non' });
    });
    const definition = defineStep({ exports: STEP.exports, checks: [notes] });
    const { createSubject } = functionSubjects(right);
    const base = { step: '1.3', files: {}, createSubject, seed: 1, definition };
    const report = await gradeStep({ ...base, notes: ['Fourni.'] });
    expect(report.notes).toEqual(['Fourni.', 'Laxiste.']);
  });
});

describe('gradeStep(), when the code does not load', () => {
  const location = { file: FILE, line: 4, column: 7 };
  test.each<[FunctionSubjectOptions['load'], string, string | null]>([
    [
      { status: 'syntax', message: 'Unexpected end of input', location },
      'ne sait pas lire ce fichier',
      'ligne 4',
    ],
    [
      { status: 'missing-import', specifier: './hash.js', from: FILE, location },
      '«\u202f./hash.js\u202f», qui n’existe pas',
      'ligne 4',
    ],
    [
      { status: 'missing-import', specifier: 'lodash', from: FILE, location },
      'pas disponible',
      'ligne 4',
    ],
    [
      { status: 'forbidden-import', specifier: 'node:fs', from: FILE, location },
      'n’est pas permis ici',
      'ligne 4',
    ],
    [
      { status: 'missing-export', name: 'x', specifier: './b.js', from: FILE, location },
      'ne l’exporte pas',
      'ligne 4',
    ],
    [{ status: 'cycle', files: ['a.js', 'b.js', 'a.js'] }, 'a.js → b.js → a.js', null],
    [
      { status: 'thrown', thrown: thrown('ReferenceError', 'x is not defined') },
      'dès son chargement',
      'ligne 4',
    ],
    [{ ends: { reason: 'exited', code: 3, location } }, 'code 3', 'ligne 4'],
  ])(
    '%o is an error on the first check, and the others are skipped',
    async (load, words, where) => {
      const { report } = await grade(load === undefined ? {} : { load });
      expect(report.status).toBe('error');
      expect(statuses(report)).toEqual(['error', 'skipped', 'skipped']);
      const first = verdictOf(report, 0);
      expect(first.message).toContain(words);
      if (where === null) expect(first.where).toBeNull();
      else expect(first.where).toContain(where);
    },
  );

  test('a load that never ends is a timeout on the first check', async () => {
    const { report } = await grade({ load: { ends: { reason: 'deadline', milliseconds: 2000 } } });
    expect(report.status).toBe('error');
    expect(statuses(report)).toEqual(['timeout', 'skipped', 'skipped']);
  });

  test.each([
    ['nothing', {}, /n’exporte rien.+doubler/],
    ['a default export', { default: doubler }, /par défaut.+doubler/],
    ['another name', { Doubler: doubler }, /n’exporte pas.+doubler.+il exporte : Doubler/],
    ['a value', { doubler: 3 }, /pas une fonction/],
  ])(
    'an export that is %s is one sentence with the expected name',
    async (_what, exports, sentence) => {
      const { report } = await grade({ modules: () => ({ [FILE]: exports }) });
      expect(statuses(report)).toEqual(['error', 'skipped', 'skipped']);
      expect(verdictOf(report, 0).message.replaceAll('\u00a0', ' ')).toMatch(sentence);
    },
  );

  test('one of several names is enough', async () => {
    const definition = defineStep({
      exports: { [FILE]: [{ oneOf: ['Doubleur', 'doubler'] }] },
      checks: [wants('C1', 'a')],
    });
    const { report } = await grade(right, { definition });
    expect(report.status).toBe('pass');
  });

  test('the realm is made with what the step freezes and the packages it allows', async () => {
    const { createSubject } = functionSubjects(right);
    const made: SubjectOptions[] = [];
    await gradeStep({
      step: '1.3',
      definition: { ...STEP, freeze: ['Math.random'], packages: ['ws'] },
      files: {},
      seed: 1,
      createSubject: (options) => {
        made.push(options);
        return createSubject(options);
      },
    });
    expect(made).toMatchObject([{ freeze: ['Math.random'], packages: ['ws'] }]);
  });

  test('the realm loads the modules of the grader before the student’s', async () => {
    const { createSubject } = functionSubjects(right);
    const made: SubjectOptions[] = [];
    await gradeStep({
      step: '1.3',
      definition: { ...STEP, support: { 'correcteur/ws.js': 'export {};' } },
      files: { [FILE]: 'export {};' },
      seed: 1,
      createSubject: (options) => {
        made.push(options);
        return createSubject(options);
      },
    });
    expect(made[0]?.modules).toEqual(['correcteur/ws.js', ...Object.keys(STEP.exports)]);
    expect(made[0]?.files).toEqual({ [FILE]: 'export {};', 'correcteur/ws.js': 'export {};' });
  });

  test('a check that asks for fresh realms gets the same program, just loaded, and no other check does', async () => {
    const seen: string[] = [];
    const definition = defineStep({
      exports: { [FILE]: ['compter'] },
      checks: ['C1', 'C2'].map((id) => ({
        ...checkOf(id, async ({ call, fresh }) => {
          const { value } = await call('compter');
          const [other] = (await fresh[1]?.call(FILE, 'compter', [[]])) ?? [];
          const there = other?.status === 'returned' ? other.value : null;
          seen.push(JSON.stringify([value, there]));
        }),
        ...(id === 'C2' ? { freshSubjects: 2 } : {}),
      })),
    });
    const counting: FunctionSubjectOptions = {
      modules: () => {
        let calls = 0;
        return { [FILE]: { compter: () => (calls += 1) } };
      },
    };
    const { report, counts } = await grade(counting, { definition });
    expect(report.status).toBe('pass');
    const number = (value: number) => ({ type: 'number', value });
    expect(seen).toEqual([
      JSON.stringify([number(1), null]),
      JSON.stringify([number(2), number(1)]),
    ]);
    expect(counts).toEqual({ created: 3, disposed: 3 });
  });

  test('what a check exhibits stands in the report, whatever its verdict', async () => {
    const definition = defineStep({
      exports: { [FILE]: ['doubler'] },
      checks: [
        checkOf('C1', ({ exhibit }) => {
          exhibit('attaque', { cle: '01' });
          exhibit('attaque', { cle: '02' });
          return fail({ message: 'non' });
        }),
      ],
    });
    const { report } = await grade(right, { definition });
    expect(report.exhibits).toEqual({ attaque: { cle: '02' } });
    expect((await grade(right)).report).not.toHaveProperty('exhibits');
  });
});

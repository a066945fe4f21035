// What a verdict is: what passes, fails, ends or never answers, check by check.
import { describe, expect, test } from 'vitest';
import { propertyOf } from '../evidence/normalise.ts';
import { fail, failForEnding } from './check-failure.ts';
import { defineStep } from './define-step.ts';
import { expectText } from './expect-text.ts';
import { functionSubjects } from './function-subject.fixture.ts';
import {
  checkOf,
  FILE,
  grade,
  right,
  statuses,
  STEP,
  thrown,
  verdictOf,
  wants,
} from './grade-step.fixture.ts';
import { gradeStep } from './grade-step.ts';
import { type Ending, SubjectEnded } from './subject.ts';

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

  test('a crash in a file that the step is not about sends to what that file was given', async () => {
    const location = { file: 'poignee/autre.js', line: 2, column: 1 };
    const ending: Ending = { reason: 'crashed', thrown: { ...thrown('Error', 'oups'), location } };
    const script = (_name: string, [text]: readonly unknown[]) =>
      text === 'b' ? ({ ends: ending } as const) : null;
    const { report } = await grade({ ...right, script });
    expect(verdictOf(report, 1).hint).toContain('poignee/autre.js');
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

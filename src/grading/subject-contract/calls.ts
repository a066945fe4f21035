// What `call()` and `probe()` promise: fresh arguments, awaited results, pictures taken after the whole batch.
import { bytesOf } from '../../evidence/normalise.ts';
import type { Outcome } from '../subject.ts';
import { holds, MAIN, present, same, withLoaded, type ContractCase } from './harness.ts';

export const CALL_CASES: readonly ContractCase[] = [
  {
    title: 'call() gives what sync and async functions returned, in order',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function double(n) { return n * 2; }
         export async function later(n) { await null; return n * 2; }`,
        async (subject) => {
          for (const name of ['double', 'later']) {
            const outcomes = await subject.call(MAIN, name, [[1], [2]]);
            same(
              outcomes.map((outcome) => [valueOf(outcome), wasPromise(outcome)]),
              [
                [{ type: 'number', value: 2 }, name === 'later'],
                [{ type: 'number', value: 4 }, name === 'later'],
              ],
              `what ${name} returned`,
            );
          }
        },
      ),
  },
  {
    title: 'call() awaits each result before the next call',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `let busy = false;
         export async function f() { const was = busy; busy = true; await new Promise((r) => setTimeout(r, 5)); busy = false; return was; }`,
        async (subject) => {
          const outcomes = await subject.call(MAIN, 'f', [[], [], []]);
          const expected = [1, 2, 3].map(() => ({ type: 'boolean', value: false }));
          same(outcomes.map(valueOf), expected, 'what each call saw');
        },
      ),
  },
  {
    title: 'call() gives what was thrown or rejected: code, name, message and line',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f(how) {
           const e = Object.assign(new RangeError('trop'), { code: 1009 });
           if (how === 'throw') throw e;
           if (how === 'reject') return Promise.reject(e);
           throw { code: 1002 };
         }`,
        async (subject) => {
          const outcomes = await subject.call(MAIN, 'f', [['throw'], ['reject'], ['objet']]);
          const [thrown, rejected, object] = outcomes.map((outcome) =>
            outcome.status === 'thrown' ? outcome.thrown : null,
          );
          const expected = {
            name: 'RangeError',
            message: 'trop',
            code: 1009,
            location: { file: MAIN, line: 2, column: thrown?.location?.column },
          };
          same(thrown, expected, 'what was thrown');
          same(rejected, expected, 'what was rejected');
          same(object?.code, 1002, 'the code of a plain object');
        },
      ),
  },
  {
    title: 'call() says that a promise never settled, and the realm lives on',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f(how) {
           if (how === 'never') return new Promise(() => {});
           if (how === 'thenable') return { then() {} };
           return how;
         }`,
        async (subject) => {
          const outcomes = await subject.call(MAIN, 'f', [['never'], ['thenable'], ['ici']]);
          same(
            outcomes.map((outcome) => outcome.status),
            ['unsettled', 'unsettled', 'returned'],
            'the statuses',
          );
        },
        { deadline: 800 },
      ),
  },
  {
    title: 'call() gives every call memory of its own',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f(bytes, map, list) { const seen = [bytes[0], map.get('a'), list.length]; bytes[0] = 9; map.set('a', 'z'); list.push(1); return seen; }`,
        async (subject) => {
          const args = [Uint8Array.of(1, 2), new Map([['a', 'b']]), [0]];
          const outcomes = await subject.call(MAIN, 'f', [args, args]);
          same(valueOf(outcomes[1]), valueOf(outcomes[0]), 'what the second call saw');
        },
      ),
  },
  {
    title: 'call() gives bytes as a plain Uint8Array on its own buffer',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f(b) { return [b.constructor === Uint8Array, b.byteOffset, b.buffer.byteLength]; }`,
        async (subject) => {
          const [outcome] = await subject.call(MAIN, 'f', [[Uint8Array.of(1, 2, 3).subarray(1)]]);
          same(
            present(valueOf(outcome), 'a value'),
            {
              type: 'array',
              length: 3,
              items: [
                { type: 'boolean', value: true },
                { type: 'number', value: 0 },
                { type: 'number', value: 2 },
              ],
            },
            'the argument',
          );
        },
      ),
  },
  {
    title: 'call() shows what became of the arguments',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function masquer(d, k) { for (let i = 0; i < d.length; i++) d[i] ^= k[i % 4]; return d; }`,
        async (subject) => {
          const [outcome] = await subject.call(MAIN, 'masquer', [
            [Uint8Array.of(1, 1), Uint8Array.of(255, 0, 0, 0)],
          ]);
          const after = present(outcome?.argumentsAfter[0], 'a first argument');
          same(
            bytesOf(after),
            { ok: true, value: Uint8Array.of(254, 1) },
            'the first argument after',
          );
        },
      ),
  },
  {
    title: 'call() pictures results after the batch, so that a shared buffer shows',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `const shared = new Uint8Array(1);
         export function f(n) { shared[0] = n; return shared; }`,
        async (subject) => {
          const outcomes = await subject.call(MAIN, 'f', [[1], [2]]);
          const bytes = outcomes.map((outcome) => bytesOf(present(valueOf(outcome), 'a value')));
          const last = { ok: true, value: Uint8Array.of(2) };
          same(bytes, [last, last], 'both results');
        },
      ),
  },
  {
    title: 'call() reads the properties asked for by name, inherited ones and getters included',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `class Trame { get opcode() { return 1; } }
         export function f(how) {
           return how === 'proxy' ? new Proxy({}, { get: (_, k) => (k === 'opcode' ? 1 : undefined) }) : new Trame();
         }`,
        async (subject) => {
          for (const how of ['proxy', 'class']) {
            const [outcome] = await subject.call(MAIN, 'f', [[how]], ['opcode']);
            const value = valueOf(outcome);
            const found = value?.type === 'object' ? value.inherited : [];
            same(found, [['opcode', { type: 'number', value: 1 }]], `the opcode of a ${how}`);
          }
        },
      ),
  },
  {
    title:
      'call() of a name that is not exported is the grader’s mistake, and leaves the realm alive',
    run: (createSubject) =>
      withLoaded(createSubject, `export const f = () => 1;`, async (subject) => {
        const refused = await subject.call(MAIN, 'absent', [[]]).then(
          () => 'answered',
          (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
        );
        same(refused, 'Error', 'the refusal');
        same((await subject.call(MAIN, 'f', [[]])).length, 1, 'the calls that follow');
      }),
  },
  {
    title: 'probe() drives a stateful export and gives evidence back',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export class Compteur { #n = 0; plus(k) { this.#n += k; return this.#n; } }`,
        async (subject) => {
          const source = `
            const compteur = new modules['${MAIN}'].Compteur();
            for (const k of input.pas) compteur.plus(k);
            return { total: await compteur.plus(0) };`;
          same(
            await subject.probe(source, { pas: [1, 2, 3] }),
            {
              type: 'object',
              className: 'Object',
              entries: [['total', { type: 'number', value: 6 }]],
            },
            'the evidence',
          );
        },
      ),
  },
  {
    title: 'probe() gives what it threw as evidence, and says when it never settled',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const f = () => { throw Object.assign(new Error('non'), { code: 1007 }); };`,
        async (subject) => {
          const thrown = await subject.probe(`modules['${MAIN}'].f();`, null);
          same(thrown.type === 'error' ? thrown.code : thrown, 1007, 'what the probe threw');
          const never = await subject.probe('await new Promise(() => {});', null);
          same(never, { type: 'unreadable', reason: 'unsettled' }, 'a probe that waits for ever');
        },
        { deadline: 800 },
      ),
  },
  {
    title: 'a thousand calls of a batch come back in one answer',
    run: (createSubject) =>
      withLoaded(createSubject, `export const f = (n) => n;`, async (subject) => {
        const lists = Array.from({ length: 1_000 }, (_, index) => [index]);
        const outcomes = await subject.call(MAIN, 'f', lists);
        holds(
          outcomes.every((outcome, index) => {
            const value = valueOf(outcome);
            return value?.type === 'number' && value.value === index;
          }),
          'each result in its place',
        );
      }),
  },
];

function valueOf(outcome: Outcome | undefined) {
  return outcome?.status === 'returned' ? outcome.value : null;
}

function wasPromise(outcome: Outcome): boolean {
  return outcome.status === 'returned' && outcome.wasPromise;
}

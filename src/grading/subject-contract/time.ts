// What a Subject promises about time and chance: virtual, moved by the grader alone, frozen on demand.
import { MAIN, same, withLoaded, type ContractCase } from './harness.ts';
import type { Subject } from '../subject.ts';

/** What `f()` has written in its journal so far. */
async function journal(subject: Subject): Promise<readonly unknown[]> {
  const evidence = await subject.probe(`return modules['${MAIN}'].journal.join(' ');`, null);
  return evidence.type === 'string'
    ? evidence.value.split(' ').filter((word) => word !== '')
    : [evidence];
}

export const TIME_CASES: readonly ContractCase[] = [
  {
    title: 'timers fire in the order of their times, and only when the clock is advanced',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const journal = [];
         export function f() {
           setTimeout(() => journal.push('b' + Date.now() % 100000), 30);
           setTimeout(() => { journal.push('a'); Promise.resolve().then(() => journal.push('puis')); }, 10);
           const t = setInterval(() => { journal.push('i'); }, 20);
           setTimeout(() => clearInterval(t), 50);
         }`,
        async (subject) => {
          const before = await subject.clock.now();
          await subject.call(MAIN, 'f', [[]]);
          await subject.clock.settle();
          same(await journal(subject), [], 'what fired at once');
          await subject.clock.advance(25);
          same(await journal(subject), ['a', 'puis', 'i'], 'what fired in 25 ms');
          await subject.clock.advance(1_000);
          const all = await journal(subject);
          same(all.length, 5, 'how many fired in the end');
          same((await subject.clock.now()) - before, 1_025, 'the time passed');
        },
      ),
  },
  {
    title: 'Date and performance.now stand still between two advances, and move with them',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const journal = [];
         export const f = () => [Date.now(), new Date().getTime(), performance.now()].map(Math.round);
         export const later = async () => { for (let i = 0; i < 50; i++) await null; return f(); };`,
        async (subject) => {
          const [first] = await subject.call(MAIN, 'f', [[]]);
          const [second] = await subject.call(MAIN, 'later', [[]]);
          same(
            second?.status === 'returned' ? second.value : second,
            first?.status === 'returned' ? first.value : first,
            'time without an advance',
          );
          await subject.clock.advance(60_000);
          const evidence = await subject.probe(
            `const [a, b, c] = modules['${MAIN}'].f(); return [a - input[0], b - input[1], c - input[2]];`,
            numbersOf(first),
          );
          const minute = { type: 'number', value: 60_000 };
          same(
            evidence,
            { type: 'array', items: [minute, minute, minute], length: 3 },
            'the advance',
          );
        },
      ),
  },
  {
    title: 'a call that waits for a short timer is not left waiting',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const f = () => new Promise((resolve) => setTimeout(resolve, 500, 'fini'));`,
        async (subject) => {
          const [outcome] = await subject.call(MAIN, 'f', [[]]);
          same(outcome?.status, 'returned', 'the status');
        },
      ),
  },
  {
    title: 'time waits for what another thread computes',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const journal = [];
         export function f() {
           setTimeout(() => journal.push('minuterie'), 1);
           crypto.subtle.digest('SHA-512', new Uint8Array(2 ** 25)).then(() => journal.push('empreinte'));
         }`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]);
          await subject.clock.advance(1_000);
          same(await journal(subject), ['empreinte', 'minuterie'], 'what came first');
        },
      ),
  },
  {
    title: 'time moves for code that has replaced Promise',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const journal = [];
         export function f() {
           setTimeout(() => journal.push('minuterie'), 1);
           globalThis.Promise = function () { throw new Error('non'); };
         }`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]);
          await subject.clock.advance(1_000);
          same(await journal(subject), ['minuterie'], 'what fired');
        },
      ),
  },
  {
    title: 'an abort ends what node:timers/promises waits for, and takes its timer away',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `import { setInterval as every, setTimeout as wait, scheduler } from 'node:timers/promises';
         import { promisify } from 'node:util';
         export const journal = [];
         export function f() {
           const stop = new AbortController();
           const { signal } = stop;
           const note = (name) => ({ name: kind, code, cause }) => journal.push([name, kind, code, cause].join());
           wait(10, 'rendu', { signal }).then((value) => journal.push(value));
           wait(1_000, 'jamais', { signal }).catch(note('a'));
           promisify(setTimeout)(1_000, 'jamais', { signal }).catch(note('b'));
           scheduler.wait(1_000, { signal }).catch(note('c'));
           (async () => { for await (const tour of every(10, 'tour', { signal })) journal.push(tour); })().catch(note('d'));
           (async () => { for await (const _ of every(10, 'tour', { signal })) break; })();
           setTimeout(() => stop.abort('assez'), 35);
           setTimeout(() => wait(1, 'trop tard', { signal }).catch(note('e')), 40);
         }`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]);
          await subject.clock.advance(36);
          const early = ['rendu', 'tour', 'tour', 'tour'];
          const aborted = (...names: readonly string[]) =>
            names.map((name) => `${name},AbortError,ABORT_ERR,assez`);
          const before = await journal(subject);
          same(before.slice(0, 4), early, 'what came before the abort');
          same([...before.slice(4)].sort(), aborted('a', 'b', 'c', 'd'), 'what was aborted');
          const waiting = await subject.probe('return clock.timers().waiting;', null);
          same(waiting, { type: 'number', value: 1 }, 'the timers left');
          await subject.clock.advance(2_000);
          same((await journal(subject)).slice(8), aborted('e'), 'what came after the abort');
        },
      ),
  },
  {
    title: 'node:timers, unref(), refresh() and promisify follow the same clock',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `import { setTimeout as wait } from 'node:timers';
         import { promisify } from 'node:util';
         export const journal = [];
         export function f() {
           const t = wait(() => journal.push('t'), 10); t.unref(); t.ref(); t.hasRef();
           const r = setTimeout(() => journal.push('r'), 10);
           wait(() => r.refresh(), 5);
           promisify(setTimeout)(12).then(() => journal.push('p'));
           const c = setTimeout(() => journal.push('jamais'), 1); clearTimeout(+c);
         }`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]);
          await subject.clock.advance(20);
          same(await journal(subject), ['t', 'p', 'r'], 'what fired');
        },
      ),
  },
  {
    title: 'a timer of node:timers/promises that asks for ref: false keeps nothing alive',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `import { setTimeout as wait } from 'node:timers/promises';
         export const f = () => { void wait(500, null, { ref: false }); };`,
        async (subject) => {
          same(
            await timersAddedByF(subject),
            [1, 0],
            'the timers that wait, and those that keep Node alive',
          );
        },
      ),
  },
  {
    title: 'AbortSignal.timeout() follows the same clock, and a probe counts the timers that wait',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const journal = [];
         export function f() {
           AbortSignal.timeout(40).addEventListener('abort', (event) => journal.push(event.target.reason.name));
           clearTimeout(setTimeout(() => {}, 10));
           setInterval(() => {}, 1000);
         }`,
        async (subject) => {
          same(
            await timersAddedByF(subject),
            [2, 1],
            'the timers that wait, and those that keep Node alive',
          );
          await subject.clock.advance(39);
          same(await journal(subject), [], 'what fired in 39 ms');
          await subject.clock.advance(1);
          same(await journal(subject), ['TimeoutError'], 'what fired in 40 ms');
        },
      ),
  },
  {
    title: 'frozen sources of time and chance are constants',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const journal = [];
         const all = () => [Math.random(), Date.now(), performance.now()].join();
         export async function f() { const before = all(); await new Promise((r) => setTimeout(r, 50)); return before === all(); }`,
        async (subject) => {
          const [outcome] = await subject.call(MAIN, 'f', [[]]);
          same(
            outcome?.status === 'returned' ? outcome.value : outcome,
            { type: 'boolean', value: true },
            'whether they stood still',
          );
        },
        { freeze: ['Math.random', 'Date.now', 'performance.now'] },
      ),
  },
  {
    title: 'an exception in a timer ends the realm as a crash, with its line',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const journal = [];
         export function f() {\n setTimeout(() => {\n throw new Error('tard'); }, 5); }`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]);
          await subject.clock.advance(10).catch(() => undefined);
          const ending = await subject.ended;
          same(ending.reason, 'crashed', 'the reason');
          if (ending.reason !== 'crashed') return;
          same([ending.thrown.message, ending.thrown.location?.line], ['tard', 4], 'the crash');
        },
      ),
  },
];

function numbersOf(outcome: Awaited<ReturnType<Subject['call']>>[number] | undefined): number[] {
  if (outcome?.status !== 'returned' || outcome.value.type !== 'array') return [];
  return outcome.value.items.map((item) => (item.type === 'number' ? item.value : NaN));
}

/** As `countTimers()`, what a call of `f` has added. */
async function timersAddedByF(subject: Subject): Promise<readonly number[]> {
  const before = await countTimers(subject);
  await subject.call(MAIN, 'f', [[]]);
  const after = await countTimers(subject);
  return after.map((count, index) => count - (before[index] ?? 0));
}

async function countTimers(subject: Subject): Promise<readonly number[]> {
  const source =
    'const { waiting, referenced } = clock.timers(); return `${waiting} ${referenced}`;';
  const evidence = await subject.probe(source, null);
  return evidence.type === 'string' ? evidence.value.split(' ').map(Number) : [];
}

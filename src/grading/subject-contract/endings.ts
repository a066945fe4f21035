// What a Subject promises about its end and its console: every way to go is told, and none harms the next realm.
import {
  endingOf,
  holds,
  MAIN,
  same,
  withLoaded,
  withSubject,
  type ContractCase,
} from './harness.ts';

export const ENDING_CASES: readonly ContractCase[] = [
  {
    title: 'an endless loop is killed at the deadline, and the next realm works',
    run: async (createSubject) => {
      await withSubject(
        createSubject,
        `for (;;);`,
        async (subject) => {
          const ending = await endingOf(subject, subject.load());
          same(ending, { reason: 'deadline', milliseconds: 600 }, 'the ending');
          const after = await endingOf(subject, subject.call(MAIN, 'f', [[]]));
          same(after.reason, 'deadline', 'what a call made afterwards says');
        },
        { deadline: 600 },
      );
      await withLoaded(createSubject, `export const f = () => 1;`, async (subject) => {
        same((await subject.call(MAIN, 'f', [[]])).length, 1, 'the next realm');
      });
    },
  },
  {
    title: 'an endless loop in a call, or of promises, is killed too',
    run: async (createSubject) => {
      for (const body of [
        'for (;;);',
        'const again = () => void Promise.resolve().then(again); again();',
      ]) {
        await withLoaded(
          createSubject,
          `export function f() { ${body} }`,
          async (subject) => {
            const ending = await endingOf(
              subject,
              subject.call(MAIN, 'f', [[]]).then(() => subject.clock.settle()),
            );
            same(ending.reason, 'deadline', `the ending of « ${body} »`);
          },
          { deadline: 600 },
        );
      }
    },
  },
  {
    title: 'a top-level await that never settles is killed at the deadline',
    run: (createSubject) =>
      withSubject(
        createSubject,
        `await new Promise(() => {});`,
        async (subject) => {
          const ending = await endingOf(subject, subject.load());
          same(ending.reason, 'deadline', 'the ending');
        },
        { deadline: 600 },
      ),
  },
  {
    title: 'endless recursion is an exception like another',
    run: (createSubject) =>
      withLoaded(createSubject, `export function f() { return f() + 1; }`, async (subject) => {
        const [outcome] = await subject.call(MAIN, 'f', [[]]);
        const name = outcome?.status === 'thrown' ? outcome.thrown.name : outcome?.status;
        // SpiderMonkey has a class of its own for it.
        holds(name === 'RangeError' || name === 'InternalError', `a thrown error, not ${name}`);
      }),
  },
  {
    title: 'process.exit() ends the realm with its code and its line, and nothing runs after it',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f() {\n process.exit(3);\n console.log('après'); }`,
        async (subject) => {
          const ending = await endingOf(subject, subject.call(MAIN, 'f', [[]]));
          same(ending.reason, 'exited', 'the reason');
          if (ending.reason !== 'exited') return;
          same(
            [ending.code, ending.location?.file, ending.location?.line],
            [3, MAIN, 2],
            'the exit',
          );
          same(subject.console, [], 'what was printed after it');
        },
      ),
  },
  {
    title: 'an unhandled rejection ends the realm as a crash, with its line',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f() {\n void Promise.reject(new Error('oubli')); }`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]).catch(() => undefined);
          const ending = await subject.ended;
          same(ending.reason, 'crashed', 'the reason');
          if (ending.reason !== 'crashed') return;
          same([ending.thrown.message, ending.thrown.location?.line], ['oubli', 2], 'the crash');
        },
      ),
  },
  {
    title: 'disposing of a realm ends it, twice as well as once',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export const f = () => new Promise(() => {});`,
        async (subject) => {
          const call = endingOf(subject, subject.call(MAIN, 'f', [[]]));
          await subject[Symbol.asyncDispose]();
          await subject[Symbol.asyncDispose]();
          same(await call, { reason: 'disposed' }, 'the ending of a call under way');
        },
      ),
  },
  {
    title: 'the console is captured with the line of each call, formatted as Node does',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f() {\n console.log('a=%d', 1, { b: [1, 'x'] });\n console.error('non'); }`,
        async (subject) => {
          await subject.call(MAIN, 'f', [[]]);
          same(
            subject.console.map(({ level, text, location }) => [
              level,
              text,
              location?.file,
              location?.line,
            ]),
            [
              ['log', `a=1 { b: [ 1, 'x' ] }`, MAIN, 2],
              ['error', 'non', MAIN, 3],
            ],
            'the lines',
          );
        },
      ),
  },
  {
    title: 'a flood of lines is cut, and the realm lives on',
    run: (createSubject) =>
      withLoaded(
        createSubject,
        `export function f() { for (let i = 0; i < 20000; i++) console.log('ligne', i); return 1; }`,
        async (subject) => {
          const [outcome] = await subject.call(MAIN, 'f', [[]]);
          same(outcome?.status, 'returned', 'the status');
          holds(subject.console.length <= 2_000, 'at most 2000 lines');
          same(subject.console.at(-1)?.text, '…', 'the last line');
        },
      ),
  },
];

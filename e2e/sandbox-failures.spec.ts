// Student code that misbehaves: the page lives, the ending says what happened, and the next run works.
import type { Page } from '@playwright/test';
import { expect, test } from './sandbox-test.ts';

/** Short, so that the suite is: nothing here depends on how long it is. */
const DEADLINE = 600;

/** Milliseconds without a beat that the page may show on a loaded machine; what is measured is printed. */
const STALL_BOUND = 2_000;

/** Loads one file while the page's beat is watched, then runs a sound file in the same sandbox. */
async function misbehave(page: Page, source: string): Promise<Misbehaviour> {
  return page.evaluate(
    async ({ text, deadline }) => {
      await window.harness.sandbox.prepare();
      const longestStall = window.harness.watch();
      const files = { 'a.js': text };
      const result = await window.harness.attempt({ files, deadline });
      const stall = longestStall();
      const next = await window.harness.attempt({ files: { 'b.js': 'export const b = 1;' } });
      return { ...result, stall, next: next.load?.status ?? 'ended' };
    },
    { text: source, deadline: DEADLINE },
  );
}

type Misbehaviour = Awaited<ReturnType<Window['harness']['attempt']>> & {
  readonly stall: number;
  readonly next: string;
};

function expectRecovery({ stall, next }: Misbehaviour): void {
  test.info().annotations.push({ type: 'longest stall', description: `${stall} ms` });
  expect(next).toBe('loaded');
  expect(stall).toBeLessThan(STALL_BOUND);
}

const DEADLINE_ENDING = { reason: 'deadline', milliseconds: DEADLINE };

/** What never gives the thread back is killed by the page. */
const LOOPS: Readonly<Record<string, string>> = {
  'at top level': 'while (true) {}',
  'in microtasks': 'const again = () => Promise.resolve().then(again); await again();',
  'in nextTick':
    'const again = () => process.nextTick(again); again(); await new Promise(() => {});',
  'in a regular expression': "/^(a+)+$/.test('a'.repeat(40) + 'b');",
  'in a getter of an export': 'export const a = 1; for (;;) Object.keys(globalThis);',
  'in a console line':
    'console.log({ get a() { for (;;); }, toString() { for (;;); } }); for (;;);',
};

for (const [name, source] of Object.entries(LOOPS)) {
  test(`ends an infinite loop ${name}`, async ({ harness }) => {
    const result = await misbehave(harness, source);
    expect(result.ending).toEqual(DEADLINE_ENDING);
    expectRecovery(result);
  });
}

test('ends an infinite loop in a handler, once a connection has set it off', async ({
  harness,
}) => {
  const ending = await harness.evaluate(async (deadline) => {
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'a.js': "import net from 'node:net';\nnet.createServer(() => { for (;;); }).listen(8080);",
      },
      modules: ['a.js'],
      seed: 1,
      deadline,
    });
    await subject.load();
    subject.connect(8080).catch(() => undefined);
    return await subject.ended;
  }, DEADLINE);
  expect(ending).toEqual(DEADLINE_ENDING);
});

test('keeps what was answered before a loop, then ends it', async ({ harness }) => {
  const result = await harness.evaluate(async (deadline) => {
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'a.js': [
          'export function f() {',
          '  setImmediate(() => { for (;;); });',
          '  return 42;',
          '}',
        ].join('\n'),
      },
      modules: ['a.js'],
      seed: 1,
      deadline,
    });
    await subject.load();
    const [first] = await Promise.allSettled([subject.call('a.js', 'f', [[]])]);
    const [second] = await Promise.allSettled([subject.call('a.js', 'f', [[]])]);
    return { first: first.status, second: second.status, ending: await subject.ended };
  }, DEADLINE);
  expect(result.second).toBe('rejected');
  expect(result.ending).toEqual(DEADLINE_ENDING);
});

test('says that a promise never settles, and lives on', async ({ harness }) => {
  const result = await harness.evaluate(async (deadline) => {
    await using subject = await window.harness.sandbox.createSubject({
      files: { 'a.js': 'export const f = () => new Promise(() => {});\nexport const g = () => 1;' },
      modules: ['a.js'],
      seed: 1,
      deadline,
    });
    await subject.load();
    const [f] = await subject.call('a.js', 'f', [[]]);
    const [g] = await subject.call('a.js', 'g', [[]]);
    return { f, g };
  }, 2_000);
  expect(result).toMatchObject({ f: { status: 'unsettled' }, g: { status: 'returned' } });
});

test('tells a deep recursion from a crash', async ({ harness }) => {
  const result = await misbehave(harness, '\nconst f = () => 1 + f();\nf();');
  expect(result.load).toMatchObject({
    status: 'thrown',
    // SpiderMonkey has a class of its own for it.
    thrown: {
      name: expect.stringMatching(/^(?:Range|Internal)Error$/) as unknown,
      location: { file: 'a.js', line: 2 },
    },
  });
  expectRecovery(result);
});

test('refuses one buffer that no machine has', async ({ harness }) => {
  const result = await misbehave(harness, '\nnew ArrayBuffer(2 ** 52);');
  expect(result.load).toMatchObject({
    status: 'thrown',
    thrown: { name: 'RangeError', location: { file: 'a.js', line: 2 } },
  });
  expectRecovery(result);
});

test('takes the memory of a killed worker back', async ({ harness }) => {
  // Half a gibibyte, then a loop: three times over, it would not fit if it stayed.
  const source =
    'const all = []; while (all.length < 512) all.push(new Uint8Array(1 << 20).fill(1)); for (;;);';
  for (let run = 0; run < 3; run += 1) {
    const result = await misbehave(harness, source);
    expect(result.ending).toEqual(DEADLINE_ENDING);
    expectRecovery(result);
  }
});

test('gives process.exit() as the ending, with its code and line', async ({ harness }) => {
  const result = await misbehave(harness, 'try {\n  process.exit(3);\n} catch {}\nfor (;;);');
  expect(result.ending).toMatchObject({
    reason: 'exited',
    code: 3,
    location: { file: 'a.js', line: 2 },
  });
  expectRecovery(result);
});

test('gives an exception that nobody catches as the ending', async ({ harness }) => {
  const source = 'setTimeout(() => {\n  throw new TypeError("plus tard");\n}, 5);';
  const ending = await harness.evaluate(async (text) => {
    await using subject = await window.harness.sandbox.createSubject({
      files: { 'a.js': text },
      modules: ['a.js'],
      seed: 1,
    });
    await subject.load();
    await subject.clock.advance(10).catch(() => undefined);
    return await subject.ended;
  }, source);
  expect(ending).toMatchObject({
    reason: 'crashed',
    thrown: { name: 'TypeError', message: 'plus tard', location: { file: 'a.js', line: 2 } },
  });
});

test('lets a student listen for uncaught exceptions, as Node does', async ({ harness }) => {
  const result = await misbehave(
    harness,
    [
      "process.on('uncaughtException', (error) => console.log('attrapée', error.message));",
      "process.on('unhandledRejection', (error) => console.log('rejetée', error.message));",
      "setImmediate(() => { throw new Error('une'); });",
      "Promise.reject(new Error('deux'));",
      'for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));',
    ].join('\n'),
  );
  expect(result.load).toMatchObject({ status: 'loaded' });
  expect(result.console.map(({ text }) => text).sort()).toEqual(['attrapée une', 'rejetée deux']);
});

const FLOODS: Readonly<Record<string, string>> = {
  console: 'for (let i = 0; ; i += 1) console.log("x".repeat(20_000), i);',
  'process.stdout': 'for (let i = 0; ; i += 1) process.stdout.write("x".repeat(20_000));',
  errors: 'for (let i = 0; ; i += 1) Promise.reject(new Error(String(i)));',
  'reported errors': 'for (;;) reportError(new Error("encore"));',
};

for (const [name, source] of Object.entries(FLOODS)) {
  test(`bounds a flood of ${name}`, async ({ harness }) => {
    const result = await misbehave(harness, source);
    expect(['deadline', 'flood', 'crashed']).toContain(result.ending?.reason);
    const characters = result.console.reduce((sum, { text }) => sum + text.length, 0);
    expect(characters).toBeLessThan(12_000_000);
    expectRecovery(result);
  });
}

test('stays responsive under a flood of connections to the grader, and stops it', async ({
  harness,
}) => {
  const result = await harness.evaluate(async () => {
    const longestStall = window.harness.watch();
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'a.js': [
          "import net from 'node:net';",
          'const more = () => {',
          "  for (let i = 0; i < 500; i += 1) net.connect(9090).on('error', () => {});",
          '  setImmediate(more);',
          '};',
          'export const go = () => { more(); };',
        ].join('\n'),
      },
      modules: ['a.js'],
      seed: 1,
    });
    await subject.load();
    const visitors = subject.accept(9090)[Symbol.asyncIterator]();
    subject.call('a.js', 'go', [[]]).catch(() => undefined);
    for (let visitor = 0; visitor < 32; visitor += 1) await visitors.next();
    const before = performance.now();
    await subject[Symbol.asyncDispose]();
    const { load } = await window.harness.attempt({ files: { 'b.js': '' } });
    return {
      reason: (await subject.ended).reason,
      stall: longestStall(),
      next: load?.status,
      recovery: performance.now() - before,
    };
  });
  test.info().annotations.push({ type: 'longest stall', description: `${result.stall} ms` });
  expect(result.reason).toBe('disposed');
  expect(result.next).toBe('loaded');
  expect(result.stall).toBeLessThan(STALL_BOUND);
});

test('bounds a server that never stops writing by the reader’s credit', async ({ harness }) => {
  const result = await harness.evaluate(async () => {
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'a.js': [
          "import net from 'node:net';",
          'let sent = 0;',
          'net.createServer((socket) => {',
          '  const bloc = Buffer.alloc(65_536);',
          '  const encore = () => {',
          '    while (socket.write(bloc)) sent += bloc.length;',
          "    sent += bloc.length; socket.once('drain', encore);",
          '  };',
          '  encore();',
          '}).listen(8080);',
          'export const envoye = () => sent;',
        ].join('\n'),
      },
      modules: ['a.js'],
      seed: 1,
    });
    await subject.load();
    await subject.connect(8080);
    await subject.clock.settle();
    const [outcome] = await subject.call('a.js', 'envoye', [[]]);
    return outcome?.status === 'returned' && outcome.value.type === 'number'
      ? outcome.value.value
      : null;
  });
  expect(result).toBeGreaterThan(0);
  expect(result).toBeLessThan(8 * 1024 * 1024);
});

// What a student is told when a file does not load, and what modules may do when they do.
import { describeSyntax } from '../src/grading/engine-messages.ts';
import { FAILURES, SUCCESSES } from './loading-cases.ts';
import { expect, test } from './sandbox-test.ts';

for (const [name, { files, expected, sentence }] of Object.entries(FAILURES)) {
  test(`says what is wrong: ${name}`, async ({ sharedHarness }) => {
    const { load, ending } = await sharedHarness.evaluate(
      (given) => window.harness.attempt({ files: given, modules: ['serveur.js'] }),
      files,
    );
    expect(ending).toBeNull();
    expect(load).toMatchObject(expected);
    if (sentence !== undefined && load?.status === 'syntax')
      expect(describeSyntax(load.message)).toMatch(sentence);
  });
}

for (const [name, { files, expected }] of Object.entries(SUCCESSES)) {
  test(`loads ${name}`, async ({ sharedHarness }) => {
    const { text, line, file } = { line: null, file: null, ...expected } as {
      text: string;
      line: number | null;
      file: string | null;
    };
    const result = await sharedHarness.evaluate(
      (given) => window.harness.attempt({ files: given }),
      files,
    );
    expect(result.load).toMatchObject({ status: 'loaded' });
    expect(result.console.map((printed) => printed.text)).toEqual([text]);
    if (line !== null) expect(result.console[0]?.location?.line).toBe(line);
    if (file !== null) expect(result.console[0]?.location?.file).toBe(file);
  });
}

test('allows ws where the step does', async ({ sharedHarness }) => {
  const { load } = await sharedHarness.evaluate(() =>
    window.harness.attempt({
      files: {
        'serveur.js': "import { WebSocketServer } from 'ws'; export const s = WebSocketServer;",
      },
      packages: ['ws'],
    }),
  );
  expect(load).toMatchObject({ status: 'loaded', functions: { 'serveur.js': ['s'] } });
});

test('loads later modules after an earlier one has patched the built-ins', async ({
  sharedHarness,
}) => {
  const result = await sharedHarness.evaluate(() =>
    window.harness.attempt({
      files: {
        'hostile.js': [
          'const boum = () => { throw new Error("patché"); };',
          'for (const proto of [Array.prototype, String.prototype, Map.prototype, Set.prototype,',
          '  RegExp.prototype, Promise.prototype, Object, JSON, Reflect, URL, MessagePort.prototype,',
          '  EventTarget.prototype, Function.prototype]) {',
          '  for (const name of Reflect.ownKeys(proto)) {',
          '    const { value, configurable } = Object.getOwnPropertyDescriptor(proto, name);',
          '    if (!configurable || typeof value !== "function" || name === "constructor") continue;',
          '    if (proto === Object || proto === Reflect || typeof name === "symbol") continue;',
          '    proto[name] = boum;',
          '  }',
          '}',
          'Array.prototype[Symbol.iterator] = boum;',
        ].join('\n'),
        'suite.js': [
          "import { un } from './un.js';",
          "export const f = async () => (await import('./un.js')).un + un;",
        ].join('\n'),
        'un.js': 'export const un = 1;',
        'casse.js': "\n\nthrow new RangeError('ligne 3');",
      },
      modules: ['hostile.js', 'suite.js', 'casse.js'],
    }),
  );
  expect(result.ending).toBeNull();
  expect(result.load).toMatchObject({
    status: 'thrown',
    thrown: { name: 'RangeError', location: { file: 'casse.js', line: 3, column: 7 } },
  });
});

test('keeps its ports out of the reach of code that patches events and ports', async ({
  sharedHarness,
}) => {
  const outcomes = await sharedHarness.evaluate(async () => {
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'a.js': [
          'const seen = [];',
          "const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get;",
          "Object.defineProperty(MessageEvent.prototype, 'data', { configurable: true, get() {",
          '  const value = data.call(this);',
          '  if (value?.type !== undefined || value instanceof ArrayBuffer) seen.push(value);',
          '  return value;',
          '} });',
          'const post = MessagePort.prototype.postMessage;',
          'MessagePort.prototype.postMessage = function (value, ...rest) {',
          '  if (value?.type !== undefined || value instanceof ArrayBuffer) seen.push(value);',
          '  return post.call(this, value, ...rest);',
          '};',
          "import net from 'node:net';",
          "net.createServer((socket) => socket.end('x')).listen(8080);",
          'export const espion = () => seen.length;',
        ].join('\n'),
      },
      modules: ['a.js'],
      seed: 1,
    });
    await subject.load();
    const reader = (await subject.connect(8080)).readable.getReader();
    const { value } = await reader.read();
    return { bytes: [...(value ?? [])], calls: await subject.call('a.js', 'espion', [[], []]) };
  });
  expect(outcomes).toMatchObject({
    bytes: [120],
    calls: [{ value: { type: 'number', value: 0 } }, { value: { value: 0 } }],
  });
});

// The process Subject against the contract of every Subject, then what only real processes have.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SUBJECT_CONTRACT } from '../../grading/subject-contract.ts';
import { SubjectEnded } from '../../grading/subject.ts';
import { encodeFrame } from './frame-pipe.ts';
import { createProcessSubject } from './process-subject.ts';

/** A child process starts in half a second on a busy machine. */
const PATIENCE = 30_000;

describe('the process Subject', () => {
  test.each(SUBJECT_CONTRACT.map(({ title, run }) => [title, run] as const))(
    '%s',
    async (_title, run) => {
      await run(createProcessSubject);
    },
    PATIENCE,
  );

  test(
    'memory without end is the ending, not a danger to the machine',
    async () => {
      const files = {
        'a.js': 'const all = []; for (;;) all.push(new Uint8Array(10_000_000).fill(1));',
      };
      // A busy machine may need more than the usual two seconds to hand a gigabyte out.
      const options = { files, modules: ['a.js'], seed: 1, deadline: 20_000 };
      const subject = await createProcessSubject(options);
      await expect(subject.load()).rejects.toBeInstanceOf(SubjectEnded);
      expect(await subject.ended).toEqual({ reason: 'memory' });
    },
    PATIENCE,
  );

  test(
    'gives student code no way to files through `process`',
    async () => {
      const names = ['binding', 'dlopen', 'getBuiltinModule', 'loadEnvFile', 'report'];
      const files = {
        'a.js': `console.log(${JSON.stringify(names)}.filter((name) => name in process).join())`,
      };
      await using subject = await createProcessSubject({ files, modules: ['a.js'], seed: 1 });
      await subject.load();
      expect(subject.console[0]?.text).toBe('');
    },
    PATIENCE,
  );

  test.each([
    ['a socket', "import net from 'node:net'; const pipe = new net.Socket({ fd: 4 });"],
    ['the class of its standard output', 'const pipe = new process.stdout.constructor(4);'],
    ['a raw handle', 'const raw = new process.stderr._handle.constructor(0); raw.open(4);'],
  ])(
    'believes nothing that student code writes on its private pipe through %s',
    async (_way, opening) => {
      // What the agent would say, but for the seal.
      const frame = encodeFrame({ kind: 'closed', port: 8082 });
      const write = opening.includes('raw')
        ? 'new (await import("node:net")).Socket({ handle: raw }).write(bytes);'
        : 'pipe.write(bytes);';
      const source = `${opening}\nconst bytes = Buffer.from(${JSON.stringify([...frame])});\n${write}`;
      const files = { 'a.js': source };
      const subject = await createProcessSubject({ files, modules: ['a.js'], seed: 1 });
      await subject.load().catch(() => undefined);
      expect(await subject.ended).toEqual({ reason: 'flood' });
    },
    PATIENCE,
  );

  test(
    'shows the seal of its private pipe to no getter planted on bytes',
    async () => {
      const source = `
        const prototype = Object.getPrototypeOf(Uint8Array.prototype);
        const real = Object.getOwnPropertyDescriptors(prototype);
        const seen = new Set();
        const isSealed = (bytes) => {
          const length = Reflect.apply(real.length.get, bytes, []);
          return length === 16 || (bytes[2] << 8) + bytes[3] + 4 === length;
        };
        for (const key of ['length', 'byteLength', 'byteOffset', 'buffer', Symbol.toStringTag]) {
          const get = function () {
            if (isSealed(this)) seen.add(String(key));
            return Reflect.apply(real[key].get, this, []);
          };
          Object.defineProperty(prototype, key, { get, configurable: true });
        }
        console.log('spied');
        console.log([...seen].join() || 'nothing');`;
      const files = { 'a.js': source };
      await using subject = await createProcessSubject({ files, modules: ['a.js'], seed: 1 });
      await subject.load();
      expect(subject.console.map(({ text }) => text)).toEqual(['spied', 'nothing']);
    },
    PATIENCE,
  );

  test(
    'knows the address of a server right after listen(), as Node does without a host',
    async () => {
      const source = `
        import { createServer } from 'node:net';
        const any = createServer().listen(0);
        const fixed = createServer().listen(8082);
        console.log(any.address().port > 0, fixed.address().port);
        const named = createServer().listen(0, '127.0.0.1', () => console.log(named.address().port > 0));
        console.log(named.address());`;
      const files = { 'a.js': source };
      await using subject = await createProcessSubject({ files, modules: ['a.js'], seed: 1 });
      await subject.load();
      await subject.clock.settle();
      expect(subject.console.map(({ text }) => text)).toEqual(['true 8082', 'null', 'true']);
      const stream = await subject.connect(8082);
      await stream.writable.close();
    },
    PATIENCE,
  );

  test(
    'leaves no folder behind',
    async () => {
      const files = { 'a.js': 'console.log(import.meta.dirname)' };
      const subject = await createProcessSubject({ files, modules: ['a.js'], seed: 1 });
      await subject.load();
      const folder = subject.console[0]?.text ?? '';
      expect(existsSync(`${folder}/a.js`)).toBe(true);
      await subject[Symbol.asyncDispose]();
      expect(existsSync(folder)).toBe(false);
    },
    PATIENCE,
  );
});

// The process Subject against the contract of every Subject, then what only real processes have.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SUBJECT_CONTRACT } from '../../grading/subject-contract.ts';
import { SubjectEnded } from '../../grading/subject.ts';
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
      const subject = await createProcessSubject({ files, modules: ['a.js'], seed: 1 });
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

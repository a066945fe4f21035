// What `load()` promises: every way in which a student's file can fail to load, with its file and line.
import { holds, loadingOf, MAIN, same, withSubject, type ContractCase } from './harness.ts';

export const LOADING_CASES: readonly ContractCase[] = [
  {
    title: 'load() tells the exports of each module and which of them are functions',
    run: async (createSubject) => {
      const outcome = await loadingOf(
        createSubject,
        {
          [MAIN]: `import { b } from './b.js';\nexport function a() {}\nexport class K {}\nexport const n = b;`,
          'poignee/b.js': `export const b = 1;`,
        },
        { modules: [MAIN, 'poignee/b.js'] },
      );
      same(
        outcome,
        {
          status: 'loaded',
          exports: { [MAIN]: ['K', 'a', 'n'], 'poignee/b.js': ['b'] },
          functions: { [MAIN]: ['K', 'a'], 'poignee/b.js': [] },
        },
        'the outcome',
      );
    },
  },
  {
    title: 'load() gives the line of a syntax error, in an imported file too',
    run: async (createSubject) => {
      const outcome = await loadingOf(createSubject, {
        [MAIN]: `import './b.js';`,
        'poignee/b.js': `export const b = 1;\nexport const b = 2;\n`,
      });
      same(outcome.status, 'syntax', 'the status');
      if (outcome.status !== 'syntax') return;
      holds(/\bb\b/.test(outcome.message), `a message that names b, not « ${outcome.message} »`);
      same(outcome.location?.file, 'poignee/b.js', 'the file');
      same(outcome.location?.line, 2, 'the line');
    },
  },
  {
    title: 'load() names an import that leads nowhere, and its line',
    run: async (createSubject) => {
      const outcome = await loadingOf(createSubject, `// un\nimport { a } from './absent.js';\n`);
      same(
        { ...outcome, location: locationOf(outcome) },
        { status: 'missing-import', specifier: './absent.js', from: MAIN, location: [MAIN, 2] },
        'the outcome',
      );
    },
  },
  {
    title: 'load() refuses node:fs, and ws where the step does not allow it',
    run: async (createSubject) => {
      for (const specifier of ['node:fs', 'fs', 'ws', 'express']) {
        const outcome = await loadingOf(createSubject, `import '${specifier}';`);
        same(
          { ...outcome, location: locationOf(outcome) },
          { status: 'forbidden-import', specifier, from: MAIN, location: [MAIN, 1] },
          `the outcome for ${specifier}`,
        );
      }
    },
  },
  {
    title: 'load() allows ws where the step does, and the modules of Node that a server needs',
    run: async (createSubject) => {
      const outcome = await loadingOf(
        createSubject,
        `import { WebSocketServer } from 'ws';
         import { createHash } from 'node:crypto';
         import { Buffer } from 'buffer';
         import { EventEmitter } from 'node:events';
         import http from 'node:http';
         import net from 'node:net';
         export const all = [WebSocketServer, createHash, Buffer.from, EventEmitter, http.createServer, net.createServer];
         if (!all.every((item) => typeof item === 'function')) throw new Error('not all functions');`,
        { packages: ['ws'] },
      );
      same(outcome.status, 'loaded', 'the status');
    },
  },
  {
    title: 'load() names a missing export and where it is asked for',
    run: async (createSubject) => {
      const outcome = await loadingOf(createSubject, {
        [MAIN]: `// un\nimport { absent } from './b.js';\n`,
        'poignee/b.js': `export const b = 1;`,
      });
      same(
        { ...outcome, location: locationOf(outcome) },
        {
          status: 'missing-export',
          name: 'absent',
          specifier: './b.js',
          from: MAIN,
          location: [MAIN, 2],
        },
        'the outcome',
      );
    },
  },
  {
    title: 'load() names the files of an import cycle',
    run: async (createSubject) => {
      const outcome = await loadingOf(createSubject, {
        [MAIN]: `import './b.js';`,
        'poignee/b.js': `import './c.js';`,
        'poignee/c.js': `import './b.js';`,
      });
      same(outcome, { status: 'cycle', files: ['poignee/b.js', 'poignee/c.js'] }, 'the outcome');
    },
  },
  {
    title: 'load() gives what a module threw, and the line',
    run: async (createSubject) => {
      const outcome = await loadingOf(
        createSubject,
        `const e = 1;\nthrow Object.assign(new TypeError('boum'), { code: 1009 });`,
      );
      same(outcome.status, 'thrown', 'the status');
      if (outcome.status !== 'thrown') return;
      const { name, message, code, location } = outcome.thrown;
      same([name, message, code], ['TypeError', 'boum', 1009], 'what was thrown');
      same([location?.file, location?.line], [MAIN, 2], 'where');
    },
  },
  {
    title: 'load() does not take an exception named SyntaxError for a syntax error',
    run: async (createSubject) => {
      const outcome = await loadingOf(createSubject, `JSON.parse('{');`);
      same(outcome.status, 'thrown', 'the status');
    },
  },
  {
    title: 'a module that is not among the files is a missing import',
    run: async (createSubject) => {
      const outcome = await loadingOf(createSubject, { 'autre.js': '' });
      same(outcome.status, 'missing-import', 'the status');
    },
  },
  {
    title: 'import() finds the student’s files and rejects what is not allowed',
    run: async (createSubject) => {
      const text = `export async function f() {
        const { b } = await import('./b.js');
        const refused = await import('node:' + 'fs').then(() => 'lu', () => 'refusé');
        return [b, refused];
      }`;
      await withSubject(
        createSubject,
        { [MAIN]: text, 'poignee/b.js': 'export const b = 2;' },
        async (subject) => {
          await subject.load();
          const [outcome] = await subject.call(MAIN, 'f', [[]]);
          same(
            outcome?.status === 'returned' ? outcome.value : outcome,
            {
              type: 'array',
              length: 2,
              items: [
                { type: 'number', value: 2 },
                { type: 'string', value: 'refusé', length: 6 },
              ],
            },
            'what f() returned',
          );
        },
      );
    },
  },
  {
    title: 'subjects asked for at the same time share nothing, and one may end without the others',
    run: async (createSubject) => {
      const files = { [MAIN]: 'let calls = 0;\nexport const f = () => (calls += 1);' };
      const subjects = await Promise.all(
        [1, 2, 3].map((seed) => createSubject({ files, modules: [MAIN], seed })),
      );
      try {
        await Promise.all(subjects.map((subject) => subject.load()));
        await subjects[0]?.[Symbol.asyncDispose]();
        for (const subject of subjects.slice(1)) {
          const [outcome] = await subject.call(MAIN, 'f', [[]]);
          same(
            outcome?.status === 'returned' ? outcome.value : outcome,
            { type: 'number', value: 1 },
            'what the first call of each returned',
          );
        }
      } finally {
        for (const subject of subjects) await subject[Symbol.asyncDispose]();
      }
    },
  },
];

function locationOf(outcome: object): unknown {
  const location: unknown = Reflect.get(outcome, 'location');
  if (typeof location !== 'object' || location === null) return null;
  return [Reflect.get(location, 'file'), Reflect.get(location, 'line')];
}

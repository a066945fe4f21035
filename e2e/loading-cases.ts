// The files of the loading tests, and what is to be said of each.
import { expect } from '@playwright/test';

export type LoadingCase = {
  readonly files: Readonly<Record<string, string>>;
  readonly expected: Record<string, unknown>;
  /** What a syntax error is said to be, whatever the engine's own words. */
  readonly sentence?: RegExp;
};

const MAIN = 'serveur.js';
const at = (line: number, column: number | null, file = MAIN) => ({ file, line, column });
const somewhere = (line: number, file = MAIN) => ({
  file,
  line,
  column: expect.any(Number) as unknown,
});

/** What does not load, and its outcome. */
export const FAILURES: Readonly<Record<string, LoadingCase>> = {
  'a syntax error': {
    files: { [MAIN]: "import 'node:net';\nconst a = 1;\nconst b = = 2;\n" },
    expected: { status: 'syntax', location: at(3, 11) },
    sentence: /=.* n’est pas attendu ici/,
  },
  'a syntax error on the first line, column true': {
    files: { [MAIN]: 'const b = = 2;' },
    expected: { status: 'syntax', location: at(1, 11) },
    sentence: /=.* n’est pas attendu ici/,
  },
  'a string that is not closed': {
    files: { [MAIN]: "import 'node:net';\nconst a = 'oups;\nconst b = 2;\n" },
    expected: { status: 'syntax', location: somewhere(2) },
    sentence: /un guillemet n’est pas refermé/,
  },
  'a brace that is not closed': {
    files: { [MAIN]: 'function f() {\n  return 1;\n' },
    expected: { status: 'syntax', location: somewhere(3) },
    sentence: /le fichier s’arrête trop tôt/,
  },
  'a name declared twice': {
    files: { [MAIN]: 'let a = 1;\nlet a = 2;\n' },
    expected: { status: 'syntax', location: at(2, 5) },
    sentence: /a.* est déclaré deux fois/,
  },
  'a syntax error in an imported file, where `throw` must not run first': {
    files: {
      [MAIN]: "import './lib/cadres.js';\nthrow new Error('exécuté');\n",
      'lib/cadres.js': '\n\nlet x = ;\n',
    },
    expected: { status: 'syntax', location: at(3, 9, 'lib/cadres.js') },
    sentence: /;.* n’est pas attendu ici/,
  },
  'JSON that is not': {
    files: {
      [MAIN]: "import x from './x.json' with { type: 'json' };",
      'x.json': '{\n  "a": 1,\n}',
    },
    expected: { status: 'syntax', location: { file: 'x.json', line: 3 } },
  },
  'an import that is not there': {
    files: { [MAIN]: "import 'node:net';\nimport { a } from './absent.js';\n" },
    expected: {
      status: 'missing-import',
      specifier: './absent.js',
      from: MAIN,
      location: at(2, 20),
    },
  },
  'an import without its extension': {
    files: { [MAIN]: "import { a } from './cadres';", 'cadres.js': 'export const a = 1;' },
    expected: { status: 'missing-import', specifier: './cadres', location: at(1, 20) },
  },
  'an import without its ./': {
    files: { [MAIN]: "import { a } from 'cadres.js';", 'cadres.js': 'export const a = 1;' },
    expected: { status: 'missing-import', specifier: 'cadres.js' },
  },
  'an import of a folder': {
    files: { [MAIN]: "import { a } from './lib';", 'lib/index.js': 'export const a = 1;' },
    expected: { status: 'missing-import', specifier: './lib' },
  },
  'a forbidden Node module': {
    files: { [MAIN]: "\nimport fs from 'node:fs';" },
    expected: { status: 'forbidden-import', specifier: 'node:fs', from: MAIN, location: at(2, 17) },
  },
  'a package that is not there': {
    files: { [MAIN]: "import express from 'express';" },
    expected: { status: 'forbidden-import', specifier: 'express' },
  },
  'ws where the step does not allow it': {
    files: { [MAIN]: "import { WebSocketServer } from 'ws';" },
    expected: { status: 'forbidden-import', specifier: 'ws' },
  },
  'an address': {
    files: { [MAIN]: "import 'https://esm.sh/ws';" },
    expected: { status: 'forbidden-import', specifier: 'https://esm.sh/ws' },
  },
  'a missing export of a file': {
    files: {
      [MAIN]: "import { encoder, decoder } from './cadres.js';",
      'cadres.js': 'export const encoder = 1;',
    },
    expected: {
      status: 'missing-export',
      name: 'decoder',
      specifier: './cadres.js',
      from: MAIN,
      location: at(1, 19),
    },
  },
  'a missing default export': {
    files: {
      [MAIN]: "import encoder from './cadres.js';",
      'cadres.js': 'export const encoder = 1;',
    },
    expected: { status: 'missing-export', name: 'default', specifier: './cadres.js' },
  },
  'a missing export of a Node module': {
    files: { [MAIN]: "import { createHach } from 'node:crypto';" },
    expected: { status: 'missing-export', name: 'createHach', specifier: 'node:crypto' },
  },
  'a missing export through a star': {
    files: {
      [MAIN]: "import { absent } from './b.js';",
      'b.js': "export * from './c.js';",
      'c.js': 'export const present = 1;',
    },
    expected: { status: 'missing-export', name: 'absent', specifier: './b.js' },
  },
  'a cycle of imports': {
    files: {
      [MAIN]: "import './a.js';",
      'a.js': "import './b.js';",
      'b.js': "import './a.js';",
    },
    expected: { status: 'cycle', files: ['a.js', 'b.js'] },
  },
  'a file that imports itself': {
    files: { [MAIN]: "import './serveur.js';" },
    expected: { status: 'cycle', files: [MAIN] },
  },
  'an exception at load': {
    files: { [MAIN]: "const a = 1;\n\n  throw new TypeError('boum');\n" },
    expected: {
      status: 'thrown',
      thrown: { name: 'TypeError', message: 'boum', location: at(3, 9) },
    },
  },
  'an exception in an imported file': {
    files: {
      [MAIN]: "import { f } from './lib/cadres.js';\nf();\n",
      'lib/cadres.js': "export function f() {\n  throw new RangeError('ici');\n}\n",
    },
    expected: {
      status: 'thrown',
      thrown: { name: 'RangeError', location: somewhere(2, 'lib/cadres.js') },
    },
  },
  'a SyntaxError thrown by the code itself': {
    files: { [MAIN]: '\nJSON.parse("{");\n' },
    expected: { status: 'thrown', thrown: { name: 'SyntaxError', location: somewhere(2) } },
  },
  'an exception after a rewritten specifier on its line, at the column that was written': {
    files: {
      [MAIN]: "import { a } from './a.js'; throw new Error('x');",
      'a.js': 'export const a = 1;',
    },
    expected: { status: 'thrown', thrown: { location: at(1, 35) } },
  },
  'a dynamic import of nothing': {
    files: { [MAIN]: "await import('./absent.js');" },
    expected: { status: 'thrown', thrown: { code: 'ERR_MODULE_NOT_FOUND' } },
  },
  'JSON without its attribute': {
    files: { [MAIN]: "import x from './x.json';", 'x.json': '{}' },
    expected: {
      status: 'thrown',
      thrown: { name: 'TypeError', code: 'ERR_IMPORT_ATTRIBUTE_MISSING', location: at(1, 16) },
    },
  },
};

/** Each prints what it found: one line, `ok` first. */
export const SUCCESSES: Readonly<Record<string, LoadingCase>> = {
  'imports in every form': {
    files: {
      [MAIN]: [
        "import def, { nom, a as x } from './lib/a.js';",
        "import * as espace from '../serveur-lib.js' ;",
        "import { createHash } from 'crypto';",
        "import donnees from './x.json' with {",
        "  type: 'json',",
        '};',
        "export { b } from './lib/b.js';",
        "export * from './lib/b.js';",
        "const { c } = await import('./lib/c.js');",
        "const nomCalcule = './lib/' + 'c.js';",
        'const encore = await import(nomCalcule);',
        'console.log("ok", def, x, nom, espace.z, typeof createHash, donnees["__proto__"], c, encore.c === c);',
      ]
        .join('\n')
        .replace('../serveur-lib.js', './serveur-lib.js'),
      'serveur-lib.js': 'export const z = "z";',
      'lib/a.js': "export default 'def'; const a = 'a'; export { a, a as nom };",
      'lib/b.js': "import '../lib/c.js'; export const b = 'b';",
      'lib/c.js': "export const c = 'c';",
      'x.json': '{ "__proto__": 7 }',
    },
    expected: { text: 'ok def a a z function 7 c true' },
  },
  'import.meta as Node has it': {
    files: {
      'serveur.js': "import { ici } from './lib/ici.js'; console.log('ok', ...ici);",
      'lib/ici.js': [
        'const autre = import.meta.resolve("../serveur.js");',
        'export const ici = [import.meta.url, import.meta.filename, import.meta.dirname, autre,',
        '  import.meta.resolve("node:net")];',
      ].join('\n'),
    },
    expected: {
      // The console shows the student's paths in place of addresses, in stacks as here.
      text: 'ok lib/ici.js /lib/ici.js /lib serveur.js node:net',
    },
  },
  'a name that looks like ours, and import in strings, comments and properties': {
    files: {
      'serveur.js': [
        '#!/usr/bin/env node',
        'const $trame = "import(1)"; // import("x")',
        'const o = { import: () => `${"import"}(2)` };',
        'console.log("ok", $trame, o.import(), /import\\(3\\)/.source, import.meta.filename);',
      ].join('\n'),
    },
    expected: { text: 'ok import(1) import(2) import\\(3\\) /serveur.js', line: 4 },
  },
  'CRLF and CR alone': {
    files: {
      'serveur.js': 'const a = 1;\r\nconst b = 2;\r\rconsole.log("ok", a + b);\r\n',
    },
    expected: { text: 'ok 3', line: 4 },
  },
  'a module that exports `then`': {
    files: {
      'serveur.js': 'export function then() { console.log("appelé"); }\nconsole.log("ok");',
    },
    expected: { text: 'ok' },
  },
  'accents and spaces in the path of a file': {
    files: { 'dossier été/là bas.js': '\nconsole.log("ok");' },
    expected: { text: 'ok', line: 2, file: 'dossier été/là bas.js' },
  },
};

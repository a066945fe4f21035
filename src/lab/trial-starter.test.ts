// The text with which « Essai libre » begins: it must run as it is, whatever the consigne's example looks like.
import { expect, test } from 'vitest';
import { trialStarter } from './trial-starter.ts';

const step = (example: string, source = 'export function f(x) {}\nexport const g = 1;') => ({
  files: ['poignee/f.js'],
  solution: { 'poignee/f.js': source },
  live: null,
  instructions: `## Contrat\n\n\`\`\`js\nexport function f(x);\n\`\`\`\n\nUn exemple d’appel :\n\n\`\`\`js\n${example}\n\`\`\`\n`,
});

/** What comes after the comment and the imports. */
const body = (starter: string): string => starter.slice(starter.indexOf('\n\n')).trim();

test('trialStarter() imports what the example calls, and nothing else', () => {
  expect(trialStarter(step('f(1)'))).toContain("import { f } from '../poignee/f.js';");
});

test.each([
  ['f(1) // 2', 'console.log(await f(1)); // 2'],
  ['f({\n  a: 1,\n}); // true', 'console.log(await f({\n  a: 1,\n})); // true'],
  ['const x = 1;\nf(x);\n// 2', 'const x = 1;\nconsole.log(await f(x));\n// 2'],
  ['f(1);\nf(2);', 'console.log(await f(1));\nconsole.log(await f(2));'],
  ['await f(1);', 'console.log(await f(1));'],
  ['console.log(f(1));', 'console.log(f(1));'],
  ['x.listen(1, () => { f(1); });', 'x.listen(1, () => { f(1); });'],
  ['f(() => console.log(1));', 'f(() => console.log(1));'],
])('trialStarter() logs the call of %j', (example, logged) => {
  expect(body(trialStarter(step(example)))).toBe(logged);
});

test('trialStarter() leaves an example that is not JavaScript as a comment', () => {
  expect(body(trialStarter(step('f(…)')))).toBe('/*\nf(…)\n*/');
});

test('trialStarter() logs what the step exports when the consigne has no example', () => {
  const starter = trialStarter({ ...step('f(1)'), instructions: 'Rien.' });
  expect(starter).toContain("import { f, g } from '../poignee/f.js';");
  expect(body(starter)).toBe('console.log(f, g);');
});

test('trialStarter() asks the server of a step that goes online for a WebSocket', () => {
  const options = { chemins: ['/chat', '/'], sousProtocoles: ['chat'] };
  const live = { export: 'creerServeur', options, path: '/chat' };
  const starter = trialStarter({ ...step('creerServeur()'), live });
  expect(starter).toContain("import { creerServeur } from '../poignee/f.js';");
  expect(starter).toContain("creerServeur({ chemins: ['/chat', '/'], sousProtocoles: ['chat'] })");
  expect(starter).toContain(String.raw`].join('\r\n')`);
  // A starter that answers nothing must not leave the trial to be stopped without a word of why.
  expect(starter).toContain('n’a rien répondu à cette demande');
});

test('trialStarter() leaves the server of a whole project to its own file, which the step has not', () => {
  const live = { export: 'creerChat', options: {}, path: '/chat', module: 'chat/tout.js' };
  const starter = trialStarter({ ...step('f(1)'), live });
  expect(starter).not.toContain('creerChat');
  expect(body(starter)).toBe('console.log(await f(1));');
});

test('trialStarter() shows a page what a hostile message becomes in it', () => {
  const starter = trialStarter({
    files: ['chat/page/app.js'],
    solution: { 'chat/page/app.js': 'export function installer({ document, ws }) {}' },
    live: { export: 'creerChat', options: {}, path: '/', module: 'a.js', page: 'chat/page/d.js' },
    instructions: 'Rien.',
  });
  expect(starter).toContain("import { installer } from '../chat/page/app.js';");
  expect(starter).toContain("texte: '<b>Bonjour</b>'");
});

test('trialStarter() is one comment where a step has only questions', () => {
  const starter = trialStarter({ files: [], solution: {}, live: null, instructions: 'Calculez.' });
  expect(starter).toMatch(/^\/\/ .+\n$/);
});

// A course on disk for tests: one sound step, and changes to it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll } from 'vitest';

import { BrokenCourse } from './broken-course.ts';
import { loadCourse } from './load-course.ts';

export const STEP = 'labs/01-handshake/03-accept';
export const STEP_MD = `---
title: Calculer
minutes: 8
rfc: ['§1.3']
files: [poignee/accept.js]
hints: [un, deux, trois]
misconceptions:
  decoded-key: La clé est du texte.
---

La consigne.
`;
export const CHECKS = `export const step = {
  exports: { 'poignee/accept.js': ['calculerAccept'] },
  checks: [{ id: 'C1', title: 'Un', rfc: '§1.3' }, { id: 'C2', title: 'Deux', rfc: null }],
};`;

export type Files = Readonly<Record<string, string | null>>;

export const SOUND: Files = {
  'labs/01-handshake/lab.md': '---\ntitle: La poignée\naddress: poignee-de-main\n---\nBonjour.\n',
  [`${STEP}/step.md`]: STEP_MD,
  [`${STEP}/checks.ts`]: CHECKS,
  [`${STEP}/starter/poignee/accept.js`]: 'starter',
  [`${STEP}/solution/poignee/accept.js`]: 'solution',
  [`${STEP}/right/other.js`]: 'right',
  [`${STEP}/wrong/decoded.js`]: '// échoue : C1 seulement\n// confusion : decoded-key\n',
};

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** Writes the sound course with `changes` (a `null` leaves the file out) in a fresh folder with a space in its name. */
export async function courseWith(changes: Files = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'trame catalog-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    if (text === null) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

export async function emptyCourse(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'trame empty-'));
  folders.push(root);
  return root;
}

/** What is wrong with the sound course so changed, with plain spaces; throws when nothing is. */
export async function problemsWith(changes: Files): Promise<readonly string[]> {
  const root = await courseWith(changes);
  try {
    await loadCourse(root);
  } catch (error) {
    if (error instanceof BrokenCourse)
      return error.problems.map((it) => it.replace(/[\u00a0\u202f]/g, ' '));
    throw error;
  }
  throw new Error('the course loaded');
}

/** A change of step.md. */
export const stepMd = (from: string, to: string) => ({
  [`${STEP}/step.md`]: STEP_MD.replace(from, to),
});

const QUESTIONS = `questions:
  - id: navigateur
    title: Ce que fait le navigateur
    text: Que fait le navigateur ?
    rfc: WHATWG WebSockets §2.2
    options:
      - { id: ouvre, label: Il ouvre, explanation: Non. }
      - { id: echoue, label: Il échoue, explanation: Oui. }
    right: echoue
  - id: octet-1
    title: Le premier octet
    text: '\`0x48 ^ 0x37\`'
    bytes: '7f'
    explanation: Bit à bit.
    mistakes: [{ answer: 7f 00, explanation: Un seul octet. }]
  - id: transfert
    title: Un autre octet
    text: '{octet} ?'
    drawn: true
`;
export const DRAWS = CHECKS.replace(
  'exports',
  "draws: { transfert: () => ({ values: { octet: '48' }, bytes: '7f', explanation: 'Oui.', mistakes: [] }) }, exports",
);
/** The sound step with questions of each kind, `from` replaced by `to` in its front matter. */
export const asking = (from = '', to = '', checks = DRAWS): Files => ({
  [`${STEP}/step.md`]: STEP_MD.replace('---\n\nLa', `${QUESTIONS.replace(from, to)}---\n\nLa`),
  [`${STEP}/checks.ts`]: checks,
});
const LIVE = 'live: { export: calculerAccept, options: { chemins: [/chat] }, path: /chat }\n';
export const live = (from = '', to = '') =>
  stepMd('---\n\nLa', `${LIVE.replace(from, to)}---\n\nLa`);

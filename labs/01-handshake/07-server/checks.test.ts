// The messages of step 1.7, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { candidatesOf, loadCourse, stepAt } from '../../../src/catalog/index.ts';
import { createProcessSubject } from '../../../src/cli/process-subject/process-subject.ts';
import { gradeStep } from '../../../src/grading/index.ts';
import { step } from './checks.ts';

/** A child process for each program, on a machine that may be busy. */
const PATIENCE = 60_000;

const course = await loadCourse(path.join(import.meta.dirname, '../../..'));
const published = stepAt(course, '1.7');
const candidates = published === null ? [] : candidatesOf(course, published);

async function verdictOf(name: string, id: string) {
  const files = candidates.find((each) => each.name === name)?.files;
  if (files === undefined) throw new Error(`no program ${name}`);
  const report = await gradeStep({
    step: '1.7',
    definition: step,
    files,
    createSubject: createProcessSubject,
    seed: 1,
    deadline: 10_000,
  });
  const verdict = report.tests.find((each) => each.id === id);
  if (verdict?.status !== 'fail' && verdict?.status !== 'error') {
    throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  }
  return verdict;
}

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('step 1.7', () => {
  test.each([
    ['page-never-answered.js', 'C1', 'GET /) ne reçoit aucune réponse', 'GET / HTTP/1.1␍␊'],
    ['length-in-the-air.js', 'C1', 'annonce 100 octets de corps, et 7 arrivent', 'GET /'],
    ['page-in-the-socket.js', 'C1', 'où finit la réponse', 'GET /'],
    ['port-at-import.js', 'C1', 'écoute le port 1337 dès qu’il est importé', 'import'],
    ['already-listening.js', 'C1', 'écoute déjà', 'creerServeur({ chemins: '],
    ['nothing-returned.js', 'C1', 'creerServeur rend undefined', 'creerServeur('],
    ['only-listen.js', 'C1', 'il manque « address », « close »', 'creerServeur('],
    ['listen-without-callback.js', 'C1', 'n’appelle jamais son callback', 'creerServeur('],
    ['socket-ended-after-the-101.js', 'C2', 'puis le serveur ferme', 'Sec-WebSocket-Key: dGhl'],
    ['one-chunk-one-request.js', 'C2', 'après le premier octet, et le serveur répond', 'G | ET'],
    ['empty-line-in-one-chunk.js', 'C2', 'octets. Le serveur ne répond rien', '␍ | ␊'],
    ['answers-before-the-end.js', 'C2', 'répond avant d’en avoir reçu la fin', ' | '],
    ['usual-spelling-only.js', 'C2', 'refuse (400) une demande', 'Connection: keep-alive, Upgrade'],
    ['head-read-again.js', 'C2', 'Une seconde réponse HTTP suit le 101', 'GET /chat'],
    ['once-upgrade.js', 'C3', 'comme à une requête ordinaire', 'GET /chat'],
    ['key-shared-while-waiting.js', 'C3', 'à la clé d’une autre connexion', 'GET /chat'],
    ['last-key-read.js', 'C3', 'à la clé d’une autre connexion', 'GET /chat'],
    ['refusal-left-open.js', 'C4', 'mais la connexion reste ouverte', 'GET /'],
    ['version-not-said.js', 'C4', 'en version 8 ne dit pas quelle version', 'Version: 8'],
    ['any-path.js', 'C4', 'accepte (101) une demande pour un chemin inconnu', 'GET /'],
    ['no-error-listener.js', 'C5', 'et votre programme s’arrête', 'puis une coupure (RST)'],
    ['server-closed-on-an-error.js', 'C5', 'n’accepte plus personne', 'puis une coupure (RST)'],
    ['options-of-the-file.js', 'C6', 'le premier n’applique pas les siennes', 'creerServeur('],
    ['clients-of-the-file.js', 'C6', 'coupe une connexion du second', 'par « close() »'],
    ['paths-added-up.js', 'C6', 'n’est que dans les « chemins » de l’autre', 'creerServeur('],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const verdict = await verdictOf(`wrong/${name}`, id);
      expect(plain(verdict.message)).toContain(words);
      expect(plain(verdict.sent)).toContain(sent);
      expect(verdict.expected).not.toBeNull();
      expect(verdict.actual).not.toBeNull();
      expect(verdict.hint).not.toBeNull();
    },
    PATIENCE,
  );

  test(
    'names the cut: its byte, and the field in which it is',
    async () => {
      const { where } = await verdictOf('wrong/empty-line-in-one-chunk.js', 'C2');
      expect(plain(where)).toMatch(/^coupure à l’octet \d+, dans la ligne vide$/);
    },
    PATIENCE,
  );
});

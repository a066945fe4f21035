// The messages of step 3.5, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
  reportOnProgram,
} from '../../../src/cli/program-report.fixture.ts';
import { createProcessSubject } from '../../../src/cli/process-subject/process-subject.ts';
import { gradeStep } from '../../../src/grading/index.ts';
import { step } from './checks.ts';
import { MODULE } from './feed.ts';

describe('step 3.5', () => {
  test.each([
    ['wrong/mask-from-the-frame.js', 'C1', 'depuis le début de la trame', 'données, octet 0'],
    ['wrong/one-frame-alone.js', 'C1', 'ne se parcourt pas', 'en un morceau'],
    ['wrong/empty-class.js', 'C1', 'une méthode « pousser »', 'en un morceau'],
    ['wrong/options-required.js', 'C1', 'La création de l’analyseur', 'en un morceau'],
    ['wrong/never-settles.js', 'C1', 'ne se règle jamais', 'en un morceau'],
    ['wrong/through-a-callback.js', 'C1', 'Aucune trame n’est rendue', 'en un morceau'],
    ['wrong/pong-dropped.js', 'C1', 'Aucune trame n’est rendue', 'en un morceau'],
    ['wrong/one-frame-per-call.js', 'C2', 'Une seule trame est rendue, et 6', 'en un morceau'],
    ['wrong/fin-always.js', 'C2', 'FIN vaut 0', 'trame 1 sur 6, octet 0 du flux : bit FIN'],
    ['wrong/opcode-on-three-bits.js', 'C2', 'sur trois bits', 'trame 2 sur 6'],
    ['wrong/control-frames-kept.js', 'C2', 'La trame 2, d’opcode 9, manque', 'en un morceau'],
    ['wrong/no-buffer.js', 'C3', 'chaque morceau est lu seul', 'octet par octet'],
    ['wrong/key-not-awaited.js', 'C3', 'avant d’être complète', 'octet par octet'],
    ['wrong/whole-header-supposed.js', 'C3', 'exception', 'trame 4, avant la longueur étendue'],
    ['wrong/only-when-all-is-read.js', 'C4', 'rendue que plus tard', 'coupé après l’octet'],
    ['wrong/rest-replaced.js', 'C4', '', 'coupé après l’octet 0 (trame 1, avant MASK'],
    ['wrong/high-word.js', 'C5', 'coupées avant leur fin', 'données, octet 0'],
    ['wrong/no-limit.js', 'C6', 'annonce 2^31 octets', 'octet 9 : dernier octet de la longueur'],
    ['wrong/limit-after-the-key.js', 'C6', 'ne lance rien', 'octet 9'],
    ['wrong/limit-for-long-forms-only.js', 'C6', 'pour une limite de 100', 'octet 1'],
    ['wrong/excess-of-the-next-call.js', 'C6', 'pousser ne lance rien', 'octet 15'],
    ['wrong/limit-one-too-low.js', 'C6', 'Une trame de 100 octets est refusée', 'octet 1'],
    ['wrong/limit-of-the-sum.js', 'C6', 'est refusée', 'octet 1'],
    ['wrong/code-1002.js', 'C6', '« code » est 1002', 'octet 9'],
    ['wrong/code-as-text.js', 'C6', "« code » est '1009'", 'octet 9'],
    ['wrong/low-word-only.js', 'C6', 'ne lance rien', 'octet 9'],
    ['wrong/buffer-of-the-class.js', 'C7', '', 'entremêlé'],
    ['wrong/ten-thousand-frames-at-most.js', 'C8', '10 000 trames sont rendues', null],
    ['wrong/spread-as-arguments.js', 'C5', 'trop d’arguments', 'en un morceau'],
    ['wrong/spread-as-arguments.js', 'C8', 'trop d’arguments', null],
    ['wrong/view-of-the-chunk.js', 'C9', 'réécrit le morceau', 'coupé après l’octet'],
    ['wrong/unmasked-in-place.js', 'C9', 'modifie le morceau', 'après l’appel'],
  ])(
    '%s fails %s: %s',
    async (name, id, words, place) => {
      const failure = await failureOfProgram('3.5', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      if (place !== null) expect(plainSpaces(failure.where)).toContain(place);
      expect(failure.sent).toMatch(/pousser|creerAnalyseur/);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );

  test.each([
    ['wrong/shift-of-32-bits.js', 'C6', /2\^31.*(mémoire|ne s’arrête plus)/, '<<'],
    ['wrong/history-kept.js', 'C8', /plus cher que le précédent/, 'tampon'],
    ['wrong/list-shortened-at-each-frame.js', 'C8', /comme le carré/, 'indice'],
  ])(
    '%s is stopped in %s, and told why',
    async (name, id, words, hint) => {
      // Short enough for the realm to be killed before the check gives up waiting.
      const report = await reportOnProgram('3.5', name, { deadline: 4_000 });
      const verdict = report.tests.find((test) => test.id === id);
      expect(['timeout', 'error']).toContain(verdict?.status);
      if (verdict?.status !== 'timeout' && verdict?.status !== 'error') return;
      // A starved machine may count the whole check's patience before it finds the realm silent.
      if (plainSpaces(verdict.message).startsWith('Rien n’est arrivé')) return;
      expect(plainSpaces(verdict.message)).toMatch(words);
      expect(verdict.hint).toContain(hint);
    },
    PROGRAM_PATIENCE,
  );

  test(
    'a program that is stopped in one check is graded by those that follow',
    async () => {
      const report = await reportOnProgram('3.5', 'wrong/shift-of-32-bits.js', { deadline: 4_000 });
      const statuses = Object.fromEntries(report.tests.map(({ id, status }) => [id, status]));
      expect(statuses).toMatchObject({ C5: 'pass', C7: 'pass', C8: 'pass', C9: 'pass' });
    },
    PROGRAM_PATIENCE,
  );

  test(
    'a chunk written over that makes the next call wait for ever is told as such, not as shared memory',
    async () => {
      const solution = await readFile(path.join(import.meta.dirname, 'solution', MODULE), 'utf8');
      const waiting = `
export class Analyseur extends Vrai {
  #dernier = null;
  async pousser(morceau) {
    const [vu, octet] = this.#dernier ?? [morceau, morceau[0]];
    this.#dernier = [morceau, morceau[0]];
    if (vu[0] !== octet) await new Promise(() => {});
    return super.pousser(morceau);
  }
}`;
      const source = solution.replace('export class Analyseur', 'class Vrai');
      const { tests } = await gradeStep({
        step: '3.5',
        definition: step,
        files: { [MODULE]: source + waiting },
        createSubject: createProcessSubject,
        seed: 1,
        deadline: 10_000,
      });
      const verdict = tests.find(({ id }) => id === 'C9');
      expect(verdict).toMatchObject({ status: 'fail' });
      expect(plainSpaces(verdict?.status === 'fail' ? verdict.message : '')).toContain(
        'ne se règle jamais',
      );
    },
    PROGRAM_PATIENCE,
  );
});

// The messages of step 2.3, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 2.3', () => {
  test.each([
    ['wrong/offset-ignored.js', 'C1', 'reprend la clé à son début', 'masquer('],
    ['wrong/restarts-at-each-chunk.js', 'C1', 'reprend la clé à son début', 'creerDemasqueur('],
    ['wrong/chunks-counted.js', 'C1', 'avance d’un octet par morceau', 'a déjà vu 0 octet'],
    ['wrong/empty-chunk-refused.js', 'C1', 'morceau vide', 'masquer('],
    ['wrong/zero-bytes-skipped.js', 'C1', 'Les octets nuls', 'masquer('],
    ['wrong/factory-of-nothing.js', 'C1', 'creerDemasqueur rend undefined', 'creerDemasqueur('],
    ['wrong/last-chunk-only.js', 'C2', 'Seul le morceau précédent', 'creerDemasqueur('],
    ['wrong/position-restarted-at-zero.js', 'C2', 'un autre flux a fait avancer', 'masquer('],
    ['wrong/offset-required.js', 'C3', 'revient tel quel', 'masquer('],
    ['wrong/offset-modulo-the-length.js', 'C4', 'réduit à la longueur', 'masquer('],
    ['wrong/in-place.js', 'C5', 'modifie « donnees »', 'masquer('],
    ['wrong/key-rotated-by-the-factory.js', 'C5', 'modifie « cle »', 'creerDemasqueur('],
    ['wrong/one-buffer-for-all.js', 'C5', 'déjà rendu change', 'creerDemasqueur('],
  ])(
    '%s fails %s: %s',
    async (name, id, words, call) => {
      const failure = await failureOfProgram('2.3', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(failure.sent).toContain(call);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );

  test('C3 shows a call without its third argument', async () => {
    const failure = await failureOfProgram('2.3', 'wrong/offset-required.js', 'C3');
    expect(failure.sent).toMatch(/^masquer\(Uint8Array \[[^\]]+\], Uint8Array \[[^\]]+\]\)$/);
  });
});

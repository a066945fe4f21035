// The messages of step 2.2, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 2.2', () => {
  test.each([
    ['wrong/or.js', 'C1', 'avec « | »'],
    ['wrong/addition.js', 'C1', 'additionne'],
    ['wrong/first-byte-of-key.js', 'C1', 'Seul le premier octet'],
    ['wrong/without-remainder.js', 'C1', 'À partir du cinquième octet'],
    ['wrong/reversed-key.js', 'C1', 'à l’envers'],
    ['wrong/tail-dropped.js', 'C1', 'ont disparu'],
    ['wrong/tail-left-clear.js', 'C2', 'restent en clair'],
    ['wrong/key-in-front.js', 'C1', 'La clé est rendue avec'],
    ['wrong/nothing-returned.js', 'C1', 'rend undefined'],
    ['wrong/char-codes.js', 'C2', 'masque des caractères'],
    ['wrong/seven-bits.js', 'C2', 'réduites à 7 bits'],
    ['wrong/one-byte-for-empty.js', 'C3', 'rien à masquer'],
    ['wrong/addition.js', 'C4', 'Masquer deux fois'],
    ['starter/', 'C5', 'modifie « donnees »'],
    ['wrong/key-rotated-in-place.js', 'C5', 'modifie « cle »'],
    ['wrong/one-buffer-for-all.js', 'C5', 'change à l’appel suivant'],
    ['wrong/zero-key-shortcut.js', 'C5', 'c’est la même mémoire'],
    ['wrong/zero-bytes-skipped.js', 'C6', 'Les octets nuls'],
  ])(
    '%s fails %s: %s',
    async (name, id, words) => {
      const failure = await failureOfProgram('2.2', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(failure.sent).toContain('masquer(');
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

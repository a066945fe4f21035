// The messages of step 3.3, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 3.3', () => {
  test.each([
    ['starter/', 'C1', 'sur l’octet 1 seul'],
    ['wrong/opcode-always-text.js', 'C1', 'L’opcode est toujours 1'],
    ['wrong/fin-never.js', 'C1', 'FIN est à 0'],
    ['wrong/little-endian-16.js', 'C1', 'à l’envers'],
    ['wrong/low-word-first.js', 'C1', 'Les deux moitiés'],
    ['wrong/32-bit-shifts.js', 'C1', 'répètent les 4 derniers'],
    ['wrong/hexadecimal.js', 'C1', 'le contrat demande des octets'],
    ['wrong/key-ignored.js', 'C2', 'La clé est ignorée'],
    ['wrong/mask-bit-forgotten.js', 'C2', 'Le bit MASK est à 0'],
    ['wrong/key-not-sent.js', 'C2', 'la clé n’est pas dans la trame'],
    ['wrong/data-in-clear.js', 'C2', 'les données sont en clair'],
    ['wrong/mask-from-the-frame-start.js', 'C2', 'depuis le début de la trame'],
    ['wrong/key-counted-in-the-length.js', 'C2', 'compte aussi la clé'],
    ['wrong/below-125-only.js', 'C3', 'sur 2 octets, alors'],
    ['wrong/126-in-seven-bits.js', 'C3', 'sur l’octet 1 seul'],
    ['wrong/65535-in-64-bits.js', 'C3', 'une forme plus courte suffit'],
    ['wrong/characters-counted.js', 'C4', 'compte les caractères'],
    ['wrong/latin1.js', 'C4', 'sur un seul octet'],
    ['wrong/fin-always.js', 'C5', 'FIN est à 1'],
    ['wrong/masked-in-place.js', 'C6', 'modifie « donnees »'],
    ['wrong/key-rotated-in-place.js', 'C6', 'modifie « cle »'],
    ['wrong/buffer-by-size.js', 'C6', 'change à l’appel suivant'],
    ['wrong/text-frames-always-encoded.js', 'C7', 'écrits en nombres'],
  ])(
    '%s fails %s: %s',
    async (name, id, words) => {
      const failure = await failureOfProgram('3.3', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(failure.sent).toContain('encoderTrame(');
      expect(failure.expected).not.toBeNull();
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

// The messages of step 2.5, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 2.5', () => {
  test.each([
    ['wrong/not-unmasked.js', 'C1', 'encore masquées'],
    ['wrong/header-unmasked-too.js', 'C1', 'la trame entière, en-tête compris'],
    ['wrong/key-unmasked-too.js', 'C1', 'démasque aussi la clé'],
    ['wrong/whole-frame-decoded.js', 'C1', 'sans l’ouvrir'],
    ['wrong/bytes-returned.js', 'C1', 'demande une chaîne'],
    ['wrong/fixed-key.js', 'C2', 'clé de l’exemple, 37 fa 21 3d'],
    ['wrong/latin1.js', 'C3', 'chaque octet est pris pour un caractère'],
    ['wrong/zero-key-refused.js', 'C4', 'clé absente'],
    ['wrong/key-always-at-2.js', 'C5', 'prend la clé à l’octet 2'],
    ['wrong/key-always-at-2-data-right.js', 'C5', 'la clé est lue à l’octet 2'],
    ['wrong/little-endian-length.js', 'C5', 'la fin manque'],
    ['wrong/unmasked-in-place.js', 'C6', 'modifie « trame »'],
  ])(
    '%s fails %s: %s',
    async (name, id, words) => {
      const failure = await failureOfProgram('2.5', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(failure.sent).toMatch(/^espionner\(Uint8Array \[81 /);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

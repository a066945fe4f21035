// The messages of step 2.6, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 2.6', () => {
  test.each([
    ['starter/', 'C1', 'rend des zéros'],
    ['wrong/plain-payload', 'C1', 'la requête elle-même'],
    ['wrong/shifted-by-the-header', 'C1', 'La charge est décalée'],
    ['wrong/whole-frame', 'C1', 'rend une trame'],
    ['wrong/one-frame-of-125-bytes', 'C2', 'L’attaque échoue'],
    ['wrong/premasked-in-place', 'C1', 'modifie « octetsVoulus »'],
    ['starter/', 'C3', 'La page a prédit la clé'],
    ['wrong/word-get-refused', 'C3', 'La page a prédit la clé'],
    ['wrong/good-key-in-sending-only', 'C3', 'se prédisent l’une de l’autre'],
    ['wrong/unmasked', 'C4', 'pas masquée'],
    ['wrong/sending-disabled', 'C4', 'ne reconnaît pas une trame'],
    ['wrong/sending-throws', 'C4', 'envoi interdit'],
    ['wrong/masked-in-place', 'C4', 'modifie « charge »'],
  ])(
    '%s fails %s: %s',
    async (name, id, words) => {
      const failure = await failureOfProgram('2.6', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(failure.sent).not.toBeNull();
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

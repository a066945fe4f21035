// The messages of step 3.2, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 3.2', () => {
  test.each([
    ['wrong/below-125-only.js', 'C1', 'La longueur est entière'],
    ['wrong/only-above-126.js', 'C2', 'ce sont des signaux'],
    ['wrong/little-endian-16.js', 'C2', 'à l’envers'],
    ['wrong/signed-16.js', 'C3', 'nombre signé'],
    ['wrong/high-half.js', 'C4', 'ceux de poids fort'],
    ['wrong/refused-above-1-mib.js', 'C4', 'refuse une longueur qui se lit'],
    ['wrong/shifts.js', 'C5', '32 bits signés'],
    ['wrong/low-half.js', 'C5', 'Seuls les 4 derniers'],
    ['wrong/undefined-while-incomplete.js', 'C6', 'rend undefined ; le contrat demande null'],
    ['wrong/false-while-incomplete.js', 'C6', 'rend un booléen ; le contrat demande null'],
    ['wrong/range-error.js', 'C6', 'lance une exception'],
    ['wrong/size-of-what-came.js', 'C6', 'change quand la clé arrive'],
    ['wrong/rounded.js', 'C7', 'ne se lit pas, et votre fonction rend un résultat'],
    ['wrong/key-awaited-before-refusing.js', 'C7', 'attend d’autres octets'],
    ['wrong/error-without-code.js', 'C7', 'mais sans « code »'],
    ['wrong/code-as-text.js', 'C7', 'est un texte'],
    ['wrong/code-1000.js', 'C7', 'vaut 1000'],
    ['wrong/key-forgotten.js', 'C8', 'La clé d’une trame masquée ne compte pas'],
    ['wrong/mask-strictly-above.js', 'C8', 'La clé d’une trame masquée ne compte pas'],
    ['wrong/key-always.js', 'C8', 'n’est pas masquée'],
    ['wrong/mask-bit-kept.js', 'C8', 'bit MASK compris'],
    ['wrong/mask-bit-cleared-in-place.js', 'C8', 'modifie « octets »'],
  ])(
    '%s fails %s: %s',
    async (name, id, words) => {
      const failure = await failureOfProgram('3.2', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(failure.sent).toContain('lireLongueur(');
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.where).not.toBeNull();
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

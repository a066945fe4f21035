// The messages of step 5.2, from its own programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
  reportOnProgram,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 5.2', () => {
  test.each([
    ['starter/', 'C1', 'B est parti, et pourChacun le visite encore', 'retirer(A) ; retirer(B)'],
    ['starter/', 'C1', 'C est là, et pourChacun l’oublie', 'ajouter(C)'],
    ['wrong/memorised-place.js', 'C1', 'la place retenue à l’arrivée', 'retirer(B)'],
    ['wrong/holes-visited.js', 'C1', 'autre chose qu’un client ajouté', 'retirer(A)'],
    ['wrong/promise-of-a-registry.js', 'C1', 'Le registre est', 'creerRegistre()'],
    ['wrong/visited-later.js', 'C1', 'C est là, et pourChacun l’oublie', 'pourChacun(action)'],
    ['wrong/counted-by-hand.js', 'C2', '« taille » vaut', 'retirer('],
    ['wrong/splice-of-minus-one.js', 'C3', '« taille » vaut', 'retirer('],
    ['wrong/throws-for-an-unknown.js', 'C3', 'lance une exception', 'retirer('],
    ['wrong/array-without-a-look.js', 'C4', '« taille » vaut', 'ajouter('],
    ['wrong/map-by-name.js', 'C4', '« taille » vaut 2, et 3 clients', 'ajouter('],
    ['wrong/removed-by-name.js', 'C4', '1 est là, et pourChacun l’oublie', 'ont le même nom'],
    ['wrong/skips-after-a-removal.js', 'C5', 'est là, et pourChacun l’oublie', 'le client visité'],
    ['wrong/numbers-reused.js', 'C6', 'clients sont là', 'un autre registre sert en même temps'],
    ['wrong/no-size.js', 'C6', '« taille »', 'taille'],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const failure = await failureOfProgram('5.2', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(plainSpaces(failure.sent)).toContain(sent);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );

  test(
    'a known mistake that the author names gets no guess beside it',
    async () => {
      const failure = await failureOfProgram('5.2', 'wrong/memorised-place.js', 'C1');
      expect(failure.isNamed).toBe(true);
    },
    PROGRAM_PATIENCE,
  );

  test(
    'the starter runs, and shows its own deafness in the console',
    async () => {
      const report = await reportOnProgram('5.2', 'starter/');
      expect(report.tests.map(({ status }) => status)).not.toContain('error');
    },
    PROGRAM_PATIENCE,
  );
});

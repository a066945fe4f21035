// The messages of step 5.8, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 5.8', () => {
  test.each([
    ['wrong/terminated-at-once.js', 'C1', 'est coupé sans avoir reçu de trame Close', 'arreter({'],
    ['wrong/both-servers-no-client.js', 'C1', 'ne reçoit aucune trame Close', 'arreter({'],
    ['wrong/code-1000.js', 'C1', 'de code 1000', 'arreter({'],
    ['wrong/code-1006.js', 'C1', 'ne reçoit aucune trame Close', 'arreter({'],
    ['wrong/door-left-open.js', 'C2', 'Pendant l’arrêt, un nouveau client entre', 'Upgrade'],
    ['wrong/delay-of-its-own.js', 'C3', 'coupé avant la fin du délai', 'ne répondent pas'],
    ['wrong/delay-always-the-default.js', 'C3', 'est toujours connecté', 'ne répondent pas'],
    ['wrong/no-deadline.js', 'C3', 'est toujours connecté après le délai', 'ne répondent pas'],
    ['wrong/http-server-forgotten.js', 'C4', 'le serveur écoute encore', 'arreter({'],
    ['wrong/timer-left.js', 'C4', '1 minuteur attend encore', 'arreter({'],
    ['wrong/promise-kept-at-once.js', 'C4', 'dans « wss.clients »', 'arreter({'],
    ['wrong/promise-never-kept.js', 'C4', 'n’est toujours pas tenue', 'arreter({'],
    ['wrong/second-call-rejects.js', 'C5', 'Le second appel échoue', 'arreter({'],
    ['wrong/second-call-never-kept.js', 'C5', 'La promesse du second appel', 'arreter({'],
    ['wrong/closed-then-cut-at-once.js', 'C6', 'sont perdus', 'messages à chacun'],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const failure = await failureOfProgram('5.8', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(plainSpaces(failure.sent)).toContain(sent);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

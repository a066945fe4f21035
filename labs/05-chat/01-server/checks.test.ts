// The messages of step 5.1, from its own programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
  reportOnProgram,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 5.1', () => {
  test.each([
    ['wrong/starts-at-import.js', 'C1', 'écoute le port 8082', 'import'],
    ['wrong/constant-logged.js', 'C2', 'et affiche 1337', 'demarrer({ port: 0 })'],
    ['wrong/nothing-logged.js', 'C2', 'et ne l’affiche pas', 'demarrer({ port: 0 })'],
    ['wrong/asked-port-returned.js', 'C2', 'demarrer rend le port 0', 'demarrer({ port: 0 })'],
    ['wrong/options-required.js', 'C2', 'a lancé une exception', 'demarrer()'],
    ['wrong/mute-http.js', 'C3', 'ne reçoit aucune réponse', 'GET / HTTP/1.1'],
    ['wrong/other-pages-left-waiting.js', 'C3', 'le navigateur tourne sans fin', 'GET /'],
    ['wrong/page-never-ended.js', 'C3', 'commence, et ne finit pas', 'GET / HTTP/1.1'],
    ['wrong/closed-at-once.js', 'C4', 'puis envoie une trame Close', 'GET /chat'],
    ['wrong/exact-target.js', 'C4', 'refuse (400)', 'GET /chat?pseudo='],
    ['wrong/error-closes-everyone.js', 'C4', 'met ainsi tout le monde dehors', 'sans masque'],
    ['wrong/listens-on-an-unusual-port.js', 'C1', 'écoute le port 8123', 'import'],
    ['wrong/any-path.js', 'C5', 'Upgrade sur / est acceptée', 'GET / HTTP/1.1'],
    ['wrong/elsewhere-left-waiting.js', 'C5', 'ne reçoit aucune réponse', 'GET / HTTP/1.1'],
    ['wrong/never-stops.js', 'C6', 'accepte encore des connexions', 'arreter()'],
    ['wrong/stop-throws.js', 'C6', 'arreter a lancé une exception', 'arreter()'],
    ['wrong/clients-of-the-file.js', 'C6', 'coupe un client du second', 'arreter() du premier'],
    ['wrong/port-option-ignored.js', 'C6', 'On demande le port', 'demarrer({ port: '],
    ['starter/', 'C7', '« wsServer » n’est déclaré nulle part', 'demarrer('],
    ['wrong/two-owners.js', 'C7', 'a lancé une exception', 'demarrer('],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const failure = await failureOfProgram('5.1', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(plainSpaces(failure.sent)).toContain(sent);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );

  test(
    'a message that stops the server is told with what an attacker gains by it',
    async () => {
      const { tests } = await reportOnProgram('5.1', 'wrong/binary-stops-everything.js');
      const verdict = tests.find(({ id }) => id === 'C4');
      expect(verdict).toMatchObject({ status: 'error' });
      expect(plainSpaces(JSON.stringify(verdict))).toContain(
        'Un client envoie une trame binaire, et votre serveur s’arrête',
      );
    },
    PROGRAM_PATIENCE,
  );

  test(
    'a server that listens for no error passes, and is told what four bytes would do to it',
    async () => {
      const heard = await reportOnProgram('5.1', 'solution/');
      expect(heard.notes).toEqual([]);
      const deaf = await reportOnProgram('5.1', 'right/destroyed-elsewhere.js');
      expect(deaf.status).toBe('pass');
      expect(deaf.notes.join()).toContain('n’a que quatre octets à envoyer');
    },
    PROGRAM_PATIENCE,
  );

  test(
    'the exception of strict mode is shown at its line of the starter',
    async () => {
      const failure = await failureOfProgram('5.1', 'starter/', 'C7');
      expect(failure.location).toMatchObject({ file: 'chat/serveur.js', line: 17 });
    },
    PROGRAM_PATIENCE,
  );
});

// The messages of step 5.3, from its own programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 5.3', () => {
  test.each([
    ['wrong/first-left-out.js', 'C1', 'A est ouvert, et ne reçoit rien', 'diffuser(new Set(['],
    ['wrong/sent-twice.js', 'C1', 'reçoit 2 fois le même message', 'diffuser('],
    ['wrong/wrapped-in-json.js', 'C1', 'ne reçoit pas le texte donné', 'diffuser('],
    ['wrong/empty-not-sent.js', 'C1', 'ne reçoit pas le message vide', "'')"],
    ['starter/', 'C2', 'reçoit une trame binaire', 'à un serveur de ws'],
    ['wrong/always-binary.js', 'C2', 'reçoit une trame binaire', 'à un serveur de ws'],
    ['wrong/only-closed-skipped.js', 'C3', 'est en CLOSING', 'CLOSING'],
    ['wrong/connecting-counts-as-open.js', 'C3', 'est en CONNECTING', 'CONNECTING'],
    ['wrong/without-try.js', 'C4', 'elle arrête toute la diffusion', 'son « send » lance'],
    ['wrong/try-around-the-loop.js', 'C4', 'qui vient après, ne reçoit rien', 'send'],
    ['wrong/except-ignored.js', 'C5', 'est exclu par « sauf », et reçoit', '{ sauf: A }'],
    ['wrong/stops-at-the-excluded.js', 'C5', 'n’est pas celui qu’il fallait exclure', 'sauf'],
    ['wrong/size-of-the-set.js', 'C6', 'envois ont réussi', 'diffuser('],
    ['wrong/nothing-returned.js', 'C6', 'Le nombre rendu est undefined', 'diffuser('],
    ['wrong/latin1.js', 'C7', 'reçoit d’autres octets', 'diffuser(wss.clients, donnees)'],
    ['wrong/whole-memory-of-the-buffer.js', 'C7', 'reçoit d’autres octets', 'ws'],
    ['wrong/replacement-character-refused.js', 'C7', 'ne reçoit aucune trame', '\u{fffd}'],
    ['wrong/reduce-without-a-start.js', 'C8', 'a lancé une exception', 'new Set([])'],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const failure = await failureOfProgram('5.3', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(plainSpaces(failure.sent)).toContain(sent);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );

  test(
    'what the wire carries is told by its first two bytes',
    async () => {
      const failure = await failureOfProgram('5.3', 'wrong/buffer-sent-again.js', 'C2');
      expect(failure.actual).toMatch(/^82 /);
      expect(failure.where).toContain('opcode');
    },
    PROGRAM_PATIENCE,
  );

  test(
    'blanks that are missing at the edge are not taken for another encoding',
    async () => {
      const failure = await failureOfProgram('5.3', 'wrong/trimmed.js', 'C7');
      expect(failure.hint).toContain('blancs du bord compris');
    },
    PROGRAM_PATIENCE,
  );
});

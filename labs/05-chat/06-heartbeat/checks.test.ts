// The messages of step 5.6, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 5.6', () => {
  test.each([
    ['wrong/flag-never-reset.js', 'C1', 'qui répond à chaque Ping est coupé', 'se tait'],
    ['wrong/options-required.js', 'C1', 'a lancé une exception', 'surveiller(wss)'],
    ['wrong/all-cut-with-one.js', 'C1', 'est coupé', 'se tait'],
    ['wrong/killed-at-the-eleventh-round.js', 'C1', 'est coupé, 1', 'se tait'],
    ['wrong/flag-never-lowered.js', 'C2', '4 clients muets depuis leur arrivée', 'cessent'],
    ['wrong/return-in-the-loop.js', 'C2', '4 clients se taisent en même temps', 'cessent'],
    ['wrong/no-default.js', 'C2', 'Un client muet depuis son arrivée', 'surveiller(wss)'],
    ['wrong/newcomer-undefined.js', 'C3', 'une milliseconde avant le tour', 'arrivent à'],
    ['wrong/newcomer-dated-from-the-start.js', 'C3', 'est coupé par ce tour', ' ms, trois à '],
    ['wrong/closed-not-terminated.js', 'C4', 'reçoit une trame Close', 'cessent'],
    ['wrong/a-second-to-answer-the-close.js', 'C4', 'reçoit une trame Close', 'cessent'],
    ['wrong/half-closed.js', 'C4', 'wss.clients', 'cessent'],
    ['wrong/nothing-returned.js', 'C5', 'surveiller rend undefined', 'surveiller(wss, {})'],
    ['wrong/asynchronous.js', 'C5', 'surveiller rend une promesse', 'surveiller(wss, {})'],
    ['wrong/stopped-by-a-flag.js', 'C5', '1 minuteur attend encore', 'arreter()'],
    ['wrong/deadlines-left.js', 'C5', 'minuteur attend encore', 'arreter()'],
    ['wrong/grace-left-running.js', 'C5', '1 minuteur attend encore', 'arreter()'],
    ['wrong/stop-cuts-everyone.js', 'C5', 'un client est coupé', 'arreter()'],
    ['wrong/newcomers-after-the-stop.js', 'C5', 'Après l’arrêt', 'arreter()'],
    ['wrong/one-timer-in-connection.js', 'C6', 'sont venus et repartis', 'clients arrivent'],
    ['wrong/listener-in-each-round.js', 'C6', 'écouteurs se sont ajoutés', 'pendant 8 tours'],
    ['wrong/throws-in-a-crowd.js', 'C6', 'a lancé une exception', 'clients arrivent'],
    ['wrong/text-ping.js', 'C7', 'passe par un message', 'surveiller('],
    ['wrong/unasked-pong.js', 'C7', 'auxquels personne ne répond', 'surveiller('],
    ['wrong/never-asked.js', 'C7', 'ne reçoit aucun Ping', 'surveiller('],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const failure = await failureOfProgram('5.6', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(plainSpaces(failure.sent)).toContain(sent);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

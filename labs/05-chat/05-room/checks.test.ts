// The messages of step 5.5, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';
import type { Subject } from '../../../src/grading/index.ts';
import { expectScenes } from './expect-scene.ts';

describe('step 5.5', () => {
  test.each([
    [
      'wrong/speaks-before-joining.js',
      'C1',
      'B devrait être refusé, et ne l’est pas',
      'recevoir(B',
    ],
    ['wrong/heard-before-joining.js', 'C1', 'qui n’a pas rejoint la conversation', 'recevoir(A'],
    ['wrong/refused-in-silence.js', 'C1', 'B ne reçoit pas une erreur', 'recevoir(B'],
    ['wrong/error-to-everyone.js', 'C1', 'L’erreur de B est envoyée aussi à A', 'recevoir(B'],
    ['wrong/parses-and-forgets-null.js', 'C1', 'recevoir a lancé une exception', "'null')"],
    ['wrong/author-of-the-message.js', 'C2', 'signé d’un autre que son auteur', '"auteur"'],
    ['wrong/not-to-the-author.js', 'C2', 'A ne reçoit pas le message', 'recevoir(A'],
    ['wrong/binary-sent.js', 'C2', 'autre chose qu’un objet en JSON', 'recevoir(A'],
    ['wrong/raw-comparison.js', 'C3', 'B devrait être refusé', 'recevoir(B'],
    [
      'wrong/registry-in-an-object.js',
      'C3',
      'B est refusé, et ne devrait pas l’être',
      'recevoir(B',
    ],
    ['wrong/normalised-name.js', 'C4', 'un pseudo autrement', 'recevoir(B'],
    ['wrong/without-oneself.js', 'C4', 'une liste de présents', 'recevoir(A'],
    ['wrong/announced-twice.js', 'C5', 'qui ne lui est pas destiné', 'sortir(B) ; sortir(B)'],
    ['wrong/never-freed.js', 'C6', 'C est refusé, et ne devrait pas', 'recevoir(C'],
    ['wrong/frees-a-name-twice.js', 'C6', 'C devrait être refusé', 'sortir(A) ; entrer(C)'],
    ['wrong/refused-frees-the-name.js', 'C6', 'C devrait être refusé', 'sortir(B) ; entrer(C)'],
    ['wrong/ghosts.js', 'C7', 'une liste de présents', 'recevoir('],
    ['wrong/throws-on-bad-input.js', 'C7', 'recevoir a lancé une exception', 'recevoir('],
    ['wrong/renamed.js', 'C8', 'devrait être refusé', 'recevoir(A'],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const failure = await failureOfProgram('5.5', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(plainSpaces(failure.sent)).toContain(sent);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );

  test('a scene that does not end in time is told apart from one that throws', async () => {
    const subject = {
      probe: () => Promise.resolve({ type: 'unreadable', reason: 'unsettled' }),
    } as Pick<Subject, 'probe'> as Subject;
    const acts = [{ act: 'entrer', who: 0 }] as const;
    await expect(expectScenes({ subject }, [{ acts }], '')).rejects.toMatchObject({
      status: 'fail',
      detail: {
        message: expect.stringContaining('temps permis') as string,
        sent: 'entrer(A)',
        hint: expect.stringContaining('attend un délai à chaque geste') as string,
      },
    });
  });
});

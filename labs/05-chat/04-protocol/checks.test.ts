// The messages of step 5.4, from its own programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 5.4', () => {
  test.each([
    ['wrong/not-trimmed-in-the-result.js', 'C1', 'un imposteur s’appellerait', 'rejoindre'],
    ['wrong/spaces-collapsed.js', 'C1', 'n’a pas la valeur envoyée', 'à   demain'],
    ['wrong/message-at-the-top.js', 'C1', '« message » est undefined', 'analyser('],
    ['wrong/promise-returned.js', 'C1', 'rend une promesse', 'analyser('],
    ['starter/', 'C2', 'arrête le serveur de tout le monde', "analyser('{')"],
    ['wrong/refusal-without-a-word.js', 'C2', 'ne dit pas pourquoi', "analyser('{')"],
    ['wrong/null-not-foreseen.js', 'C3', 'quatre lettres à envoyer', "analyser('null')"],
    ['wrong/unknown-type-is-said.js', 'C4', 'que rien ne sait traiter', '"type":'],
    ['wrong/list-as-a-type.js', 'C4', 'que rien ne sait traiter', '"type":["dire"]'],
    ['wrong/plain-table.js', 'C5', 'hérite d’Object.prototype', '"type":"constructor"'],
    ['wrong/converted-to-text.js', 'C6', 'là où tout le chat attend un texte', '"type":'],
    ['wrong/utf16-length.js', 'C7', 'des gens que le chat fait taire', 'points de code'],
    ['wrong/no-maximum.js', 'C7', 'remplit l’écran de tous', 'points de code'],
    [
      'wrong/object-passed-on.js',
      'C8',
      'est dans le résultat. Un attaquant ajoute',
      '"admin":true',
    ],
    ['wrong/prototype-kept.js', 'C9', 'par son prototype. Un attaquant choisit', '"__proto__"'],
    ['wrong/merged-deeply.js', 'C9', 'administrateur partout', '"admin":true'],
    ['wrong/recursive-walk.js', 'C10', 'la pile déborde', '[[[['],
  ])(
    '%s fails %s: %s',
    async (name, id, words, sent) => {
      const failure = await failureOfProgram('5.4', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(plainSpaces(failure.sent)).toContain(sent);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

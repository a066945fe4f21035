// The messages of step 3.4, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';

describe('step 3.4', () => {
  test.each([
    ['wrong/fin-always.js', 'C1', 'FIN vaut 0 dans cette trame', 'octet 0 : bit FIN'],
    ['wrong/fin-raw.js', 'C1', 'FIN est un nombre', null],
    ['wrong/opcode-on-three-bits.js', 'C1', 'sur trois bits', 'octet 0 : opcode'],
    ['wrong/opcode-whole-byte.js', 'C1', 'octet 0 entier', 'octet 0 : opcode'],
    ['wrong/mask-of-byte-0.js', 'C1', 'n’est pas masquée', 'octet 1 : bit MASK'],
    ['wrong/mask-from-the-frame.js', 'C1', 'depuis le début de la trame', 'octet 6 : données'],
    ['wrong/mask-from-the-key.js', 'C1', 'mais décalée', 'octet 6 : données, octet 0'],
    ['wrong/not-unmasked.js', 'C1', 'encore masquées', 'octet 6 : données, octet 0'],
    ['wrong/key-as-data.js', 'C1', 'prise pour le début des données', 'octet 6 : données'],
    ['wrong/mask-bit-in-the-length.js', 'C1', 'débordent', 'fin des données'],
    ['wrong/data-as-text.js', 'C1', 'une chaîne', null],
    ['wrong/key-of-the-example.js', 'C1', 'celle de l’exemple', 'données, octet 0'],
    ['wrong/key-before-the-extended-length.js', 'C2', 'lue à l’octet 2', 'octet 8 : données'],
    ['wrong/little-endian-16.js', 'C2', 'débordent', 'fin des données'],
    ['wrong/high-word.js', 'C3', 'coupées', 'octet 14 : données, octet 0'],
    ['wrong/mask-from-the-frame-in-long-ones.js', 'C3', 'depuis le début', 'octet 14 : données'],
    ['wrong/rest-missing.js', 'C4', 'ni « reste », ni « taille »', 'reste'],
    ['wrong/rest-always-empty.js', 'C4', 'sont perdus', 'reste'],
    ['wrong/rest-null-at-the-end.js', 'C4', 'ni null ni undefined', 'reste'],
    ['wrong/rest-without-the-key.js', 'C4', 'de trop', 'reste'],
    ['wrong/size-of-the-payload.js', 'C4', 'nombre d’octets de la trame', 'taille'],
    ['wrong/null-when-empty.js', 'C5', 'donnees', null],
    ['wrong/empty-means-all.js', 'C5', 'débordent', 'fin des données'],
    ['wrong/key-for-empty-data.js', 'C5', 'clé est prise', 'fin des données'],
    ['wrong/view-of-the-input.js', 'C6', '« donnees » change', 'donnees'],
    ['wrong/rest-is-a-view.js', 'C6', '« reste » change', 'reste'],
    ['wrong/one-buffer-for-all.js', 'C6', '« donnees » change', 'donnees'],
    ['wrong/unmasked-in-place.js', 'C6', 'modifie « octets »', 'après l’appel'],
  ])(
    '%s fails %s: %s',
    async (name, id, words, place) => {
      const failure = await failureOfProgram('3.4', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      if (place !== null) expect(plainSpaces(failure.where)).toContain(place);
      expect(failure.sent).toMatch(/^decoderTrame\(Uint8Array \[/);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );
});

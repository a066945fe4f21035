// What is said of a program that stopped: where to look depends on whose file the exception came from.
import { describe, expect, test } from 'vitest';

import { endingVerdict } from './ending-verdict.ts';

const OWN = 'poignee/serveur.js';
const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

function hintOf(message: string, file: string): string {
  const location = { file, line: 7, column: 26 };
  const thrown = { name: 'TypeError', message, code: undefined, location };
  return plain(endingVerdict({ reason: 'crashed', thrown }, [OWN]).detail.hint);
}

describe('endingVerdict(), of a crash', () => {
  const unread = "Cannot read properties of undefined (reading 'split')";

  test('in the step’s own file, names what nobody catches there', () => {
    expect(hintOf(unread, OWN)).toContain('un écouteur, d’un minuteur');
  });

  test('in a file of an earlier step, sends to what that file was given', () => {
    const hint = hintOf(unread, 'poignee/decider.js');
    expect(hint).toContain('Elle naît dans poignee/decider.js');
    expect(hint).toContain('les valeurs que vous lui passez');
  });

  test('on a promise that was taken for its result, asks for « await »', () => {
    const message =
      'The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received an instance of Promise';
    expect(hintOf(message, OWN)).toContain('Il manque « await »');
  });
});

// What a call that threw is told: where to look depends on whose file the exception came from.
import { describe, expect, test } from 'vitest';

import { returnedBy } from './call.ts';
import { CheckFailure } from './check-failure.ts';

const OWN = 'poignee/reponse.js';

function hintOf(file: string): string {
  const thrown = {
    name: 'TypeError',
    message: 'cle.trim is not a function',
    code: undefined,
    location: { file, line: 7, column: 17 },
  };
  try {
    returnedBy({ status: 'thrown', thrown, argumentsAfter: [] }, 'reponse101', [1], [OWN]);
  } catch (error) {
    if (error instanceof CheckFailure) return error.detail.hint ?? '';
  }
  throw new Error('nothing failed');
}

describe('returnedBy(), of a call that threw', () => {
  test('in the step’s own file, sends to the line', () => {
    expect(hintOf(OWN)).toContain('Relisez la ligne');
  });

  test('in a file that the step’s own calls, sends to what it was given', () => {
    expect(hintOf('poignee/accept.js')).toContain('Elle naît dans poignee/accept.js');
  });
});

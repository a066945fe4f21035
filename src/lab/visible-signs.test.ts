// Only the cutting: what is drawn is seen in `e2e/lab-signs.spec.ts`.
import { describe, expect, test } from 'vitest';

import { piecesOf } from './visible-signs.ts';

describe('piecesOf()', () => {
  test('names each sign and leaves what is between them whole', () => {
    expect(piecesOf('␠␉␀Host: a␍␊')).toEqual([
      { text: '␠', name: 'SP' },
      { text: '␉', name: 'TAB' },
      { text: '␀', name: 'NUL' },
      { text: 'Host: a', name: null },
      { text: '␍', name: 'CR' },
      { text: '␊', name: 'LF' },
    ]);
  });

  test.each(['', 'sans signe', '␀', 'a␉b'])('loses nothing of « %s »', (text) => {
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

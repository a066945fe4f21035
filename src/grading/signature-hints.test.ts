import { describe, expect, test } from 'vitest';

import type { MatrixRow } from './matrix.ts';
import { collectSignatures, signatureHints, type Signatures } from './signature-hints.ts';
import type { Report, Verdict } from './verdict.ts';

const NOTHING = {
  sent: null,
  expected: null,
  actual: null,
  where: null,
  location: null,
  hint: null,
};

function verdict(id: string, letter: string): Verdict {
  const common = { id, name: id, rfc: null };
  const detail = { ...NOTHING, message: 'non' };
  switch (letter) {
    case '.':
      return { ...common, status: 'pass' };
    case 'n':
      return { ...common, ...detail, status: 'fail', isNamed: true };
    case 't':
      return { ...common, ...detail, status: 'timeout' };
    case 'e':
      return { ...common, ...detail, status: 'error' };
    case '-':
      return { ...common, status: 'skipped', message: 'plus tard' };
    default:
      return { ...common, ...detail, status: 'fail' };
  }
}

/** `x.x` : C1 and C3 fail. `.` pass, `n` fails and names the mistake, `t` timeout, `e` error, `-` skipped. */
function report(letters: string, questions = ''): Report {
  const tests = [
    ...Array.from(letters, (letter, index) => verdict(`C${index + 1}`, letter)),
    ...Array.from(questions, (letter, index) => verdict(`CQ-q${index + 1}`, letter)),
  ];
  return { step: '9.9', seed: 1, status: 'fail', tests, notes: [] };
}

const SIGNATURES: Signatures = {
  C1: { alone: 2 },
  'C1 C2': { alone: 1, pair: 3 },
  C2: { '': 1, pair: 1 },
  C3: { '': 4 },
  'C1 C3': { five: 1, five2: 1, five3: 1, five4: 1, five5: 1 },
  'C2 C3': { strong: 3, second: 2, third: 1, fourth: 1 },
  'C1 C2 C3': { strong: 1, rare: 1, second: 1 },
  C4: { '': 3, few: 2, fewer: 2, fewest: 1, least: 1 },
};

describe('signatureHints()', () => {
  test.each<[string, string, ReturnType<typeof signatureHints>]>([
    ['one misconception alone', 'x..', { certainty: 'likely', misconceptions: ['alone'] }],
    [
      'two, the one seen most first',
      'xx.',
      { certainty: 'maybe', misconceptions: ['pair', 'alone'] },
    ],
    ['one among unexplained mistakes', '.x.', { certainty: 'maybe', misconceptions: ['pair'] }],
    ['unexplained mistakes only', '..x', null],
    ['two that stand out, but less than the rest together', '...x', null],
    ['five alike', 'x.x', null],
    [
      'four, of which two stand out',
      '.xx',
      { certainty: 'maybe', misconceptions: ['strong', 'second'] },
    ],
    // All of `rare` fails so, half of `second` does, a quarter of `strong`: see the shares below.
    [
      'three equally frequent, by the part of each',
      'xxx',
      { certainty: 'maybe', misconceptions: ['rare', 'second'] },
    ],
  ])('%s', (_name, letters, hint) => {
    expect(signatureHints(report(letters), SIGNATURES)).toEqual(hint);
  });

  test.each([
    ['everything passes', '...'],
    ['the code does not load', 'e--'],
    ['a check was stopped', 'xt.'],
    ['a check was skipped', 'x.-'],
    ['a failing check names the mistake itself', 'n..'],
    ['one of two failing checks names it', 'xn.'],
    ['no known program fails so', '.x.x'],
  ])('says nothing when %s', (_name, letters) => {
    expect(signatureHints(report(letters), SIGNATURES)).toBeNull();
  });

  test('looks at the checks of the code, not at the questions beside it', () => {
    const hint = { certainty: 'likely', misconceptions: ['alone'] };
    expect(signatureHints(report('x..', 'x.'), SIGNATURES)).toEqual(hint);
    expect(signatureHints(report('...', 'x'), SIGNATURES)).toBeNull();
  });

  test('knows no vector that it was not given', () => {
    const odd = { ...report('x'), tests: [verdict('constructor', 'x')] };
    expect(signatureHints(odd, SIGNATURES)).toBeNull();
  });
});

describe('collectSignatures()', () => {
  const row = (kind: MatrixRow['kind'], letters: string, misconception: string | null = null) => ({
    kind,
    name: `${kind}/${letters}`,
    killer: 'C1',
    misconception,
    statuses: Array.from(letters, (letter) => verdict('C1', letter).status),
    asWanted: true,
  });

  test('counts programs by vector and misconception, in an order that does not depend on theirs', () => {
    const rows = [
      row('starter', 'xxx'),
      row('right', '...'),
      row('wrong', '.x.', 'b'),
      row('wrong', 'x..'),
      row('wrong', '.x.', 'a'),
      row('wrong', '.x.', 'b'),
      row('wrong', 'xxx', 'never-begun'),
      row('wrong', 'xt.', 'waits'),
      { ...row('wrong', '..x', 'moody'), asWanted: false },
    ];
    const signatures = collectSignatures({ checks: ['C1', 'C2', 'C3'], rows });
    expect(signatures).toEqual({ C1: { '': 1 }, C2: { a: 1, b: 2 } });
    const reversed = collectSignatures({ checks: ['C1', 'C2', 'C3'], rows: rows.toReversed() });
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(signatures));
  });
});

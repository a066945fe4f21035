import { expect, test } from 'vitest';

import { readAnswers, writeAnswers } from './question-answers.ts';

test('readAnswers() reads an object of texts, after a byte order mark too', () => {
  const read = readAnswers('\uFEFF{ "1.8/navigateur": "echoue", "2.1/octet-1": " 7f " }');
  expect(read).toEqual({
    status: 'read',
    answers: new Map([
      ['1.8/navigateur', 'echoue'],
      ['2.1/octet-1', ' 7f '],
    ]),
  });
});

test.each(['', '  \n', '{}'])('readAnswers() finds no answer in %j', (text) => {
  expect(readAnswers(text)).toEqual({ status: 'read', answers: new Map() });
});

test.each([
  ['{ "1.8/navigateur": "ouvre", }', /^n’est pas du JSON lisible/],
  ['{\n  "a": "b"\n  "c": "d"\n}', /^n’est pas du JSON lisible : regardez la ligne 3$/],
  ['{', /^n’est pas du JSON lisible/],
  ['["ouvre"]', /^doit être un objet de textes/],
  ['null', /^doit être un objet de textes/],
  ['"ouvre"', /^doit être un objet de textes/],
  ['{ "2.1/octet-1": 58 }', /^donne un nombre à « 2.1\/octet-1 » : une réponse est un texte/],
  ['{ "1.8/regle": null }', /^donne null à/],
  ['{ "1.8/regle": ["a"] }', /^donne une liste à/],
  ['{ "1.8": { "regle": "a" } }', /^donne un objet à « 1.8 »/],
  ['{ "__proto__": { "1.8/regle": "a" } }', /^donne un objet à « __proto__ »/],
])('readAnswers() refuses %s', (text, reason) => {
  const read = readAnswers(text);
  if (read.status !== 'broken') throw new Error('it was read');
  expect(read.reason.replace(/[\u00a0\u202f]/g, ' ')).toMatch(reason);
});

test('an answer to « __proto__ » is an answer like another, read and written', () => {
  const read = readAnswers('{ "__proto__": "echoue" }');
  if (read.status !== 'read') throw new Error(read.reason);
  expect(read.answers.get('__proto__')).toBe('echoue');
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(readAnswers(writeAnswers(read.answers))).toEqual(read);
});

test('writeAnswers() gives the same text whatever the order of the answers', () => {
  const one = writeAnswers(
    new Map([
      ['2.1/b', '1'],
      ['1.8/a', '2'],
    ]),
  );
  expect(one).toBe(
    writeAnswers(
      new Map([
        ['1.8/a', '2'],
        ['2.1/b', '1'],
      ]),
    ),
  );
  expect(one.endsWith('}\n')).toBe(true);
});

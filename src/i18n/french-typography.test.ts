// French typography: what is set, and what is left alone.
import { describe, expect, test } from 'vitest';
import { typeset } from './french-typography.ts';

describe('typeset()', () => {
  test.each([
    ['Pourquoi ?', 'Pourquoi\u202f?'],
    ['il ferme ; le client lit', 'il ferme\u202f; le client lit'],
    ['Contrat : une chaîne', 'Contrat\u00a0: une chaîne'],
    ['« Bonjour »', '«\u202fBonjour\u202f»'],
    ['«Bonjour»', '«\u202fBonjour\u202f»'],
    ["l'octet d'après...", 'l’octet d’après…'],
    ['20 octets', '20\u00a0octets'],
  ])('sets %j as %j', (typed, set) => {
    expect(typeset(typed)).toBe(set);
  });

  test.each(['http://localhost:4321/', 'la clé, puis le GUID.', 'a?b', '§4.2.2'])(
    'leaves %j as it is',
    (text) => {
      expect(typeset(text)).toBe(text);
    },
  );

  test('changes nothing the second time', () => {
    const once = typeset('« Pourquoi ? » : parce que !');
    expect(typeset(once)).toBe(once);
  });
});

// French typography: what is set, what is left alone, and that a set text stays as it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeset } from './french-typography.ts';

/** `~` stands for U+202F, `_` for U+00A0: nobody sees them otherwise. */
const spaces = (text: string): string => text.replaceAll('~', '\u202f').replaceAll('_', '\u00a0');

describe('typeset() sets', () => {
  test.each([
    // signs in two parts
    ['Pourquoi ?', 'Pourquoi~?'],
    ['il ferme ; le client lit', 'il ferme~; le client lit'],
    ['Contrat : une chaîne', 'Contrat_: une chaîne'],
    ['Quoi ?! Vraiment !?', 'Quoi~?! Vraiment~!?'],
    ['Trop de place   !', 'Trop de place~!'],
    ['👍 ! 👨‍👩‍👧 : la famille', '👍~! 👨‍👩‍👧_: la famille'],
    // the end of a text node, beside `<code>` or `<em>`
    [' : un entier', '_: un entier'],
    [' ?', '~?'],
    ['la suite :', 'la suite_:'],
    // guillemets
    ['« Bonjour »', '«~Bonjour~»'],
    ['«Bonjour»', '«~Bonjour~»'],
    ['« il dit « non » » :', '«~il dit «~non~»~»_:'],
    ['« », « ? »', '«~», «~?~»'],
    // apostrophes and dots
    ["l'octet d'après...", 'l’octet d’après…'],
    ["l'", 'l’'],
    ["qu'« ici », d'1 octet, jusqu'à, L'API", 'qu’«~ici~», d’1_octet, jusqu’à, L’API'],
    ['(...) et [...] : la suite...', '(…) et […]_: la suite…'],
    // numbers
    ['65 536 octets', '65~536_octets'],
    ['1 000 000 de trames', '1~000~000 de trames'],
    ['de 0 à 65 535.', 'de 0 à 65~535.'],
    ['100 % ; 64 Kio ; 30 s', '100_%~; 64_Kio~; 30_s'],
    ['1,5 s, 3 ms, 20 µs, 9 h 30', '1,5_s, 3_ms, 20_µs, 9_h_30'],
    ['RFC 6455, n° 3, § 5.3, p. 12', 'RFC_6455, n°_3, §_5.3, p._12'],
    // addresses in a sentence
    ['Ouvrez https://a?b=c ?', 'Ouvrez https://a?b=c~?'],
    ['« ws://localhost:8080 » :', '«~ws://localhost:8080~»_:'],
  ])('%j', (typed, set) => {
    expect(typeset(typed)).toBe(spaces(set));
  });
});

describe('typeset() leaves as it is', () => {
  test.each([
    'la clé, puis le GUID.',
    '§4.2.2',
    'http://localhost:4321/',
    'https://a?b',
    "https://exemple.fr/l'eau?x=...",
    'ws://…:8080',
    'wss://[::1]:8080/a;b',
    'www.exemple.fr/a?b',
    'a?b',
    'x?.y',
    'a != b',
    'n’est pas !ok',
    'std::vector',
    'a :: b',
    'le pseudo-en-tête :protocol',
    '9:30',
    'de 1:30 à 2:45',
    'HTTP/1.1 101 Switching Protocols',
    'HTTP/2 200',
    'f(...args)',
    '[...liste]',
    '../../labs',
    "'l'",
    "f('x')",
    "5' 30",
    "b'' et ''",
    ':-) et :)',
    '1️⃣ 🇫🇷 🏳️‍🌈',
    '',
    '\n',
  ])('%j', (text) => {
    expect(typeset(text)).toBe(text);
  });

  test('a line break, which Markdown may put anywhere', () => {
    expect(typeset('la clé\npuis le GUID')).toBe('la clé\npuis le GUID');
  });

  test('an hour whose unit is the beginning of a word', () => {
    expect(typeset('à 5 s’il pleut, 3 hommes, 2 sortes')).toBe(
      'à 5 s’il pleut, 3 hommes, 2 sortes',
    );
  });
});

describe('typeset(), on anything', () => {
  const signs = [
    ...Array.from(' \u00a0\u202f«»:;!?.…’\'"()[]{}/%°§-_#=0123456789abdhlnpqsu éÉœ'),
    '\n',
    '👍',
  ];
  const words = [
    'https://',
    'www.',
    'RFC',
    'n°',
    'octets',
    'ms',
    'qu',
    '...',
    ' : ',
    ' 000',
    'min',
  ];
  const prose = fc
    .array(fc.constantFrom(...signs, ...words), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const once = typeset(text);
        expect(typeset(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  test('changes spaces, apostrophes and dots, and nothing else', () => {
    const rest = (text: string): string =>
      text
        .replaceAll(/[ \u00a0\u202f]/g, '')
        .replaceAll('’', "'")
        .replaceAll('…', '...');
    fc.assert(
      fc.property(prose, (text) => {
        expect(rest(typeset(text))).toBe(rest(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('never leaves a breakable space where French forbids one', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(typeset(text)).not.toMatch(/« |(?<!«) »|[ ](?:[;!?]|:)(?=\s|$)/);
      }),
      { numRuns: 2000 },
    );
  });
});

import { expect, test } from 'vitest';
import { describeSyntax, describeThrown } from './engine-messages.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** As Firefox ESR 153 and WebKitGTK 2.50 said it of student code. */
test.each([
  [
    'TypeError',
    'can\'t access property "x" of null',
    'lecture de « x » sur une valeur qui est null',
  ],
  ['TypeError', 'undefined has no properties', 'la valeur à décomposer'],
  ['TypeError', '"a" is read-only', 'ne change pas de valeur'],
  ['TypeError', "class constructors must be invoked with 'new'", 'une classe se construit'],
  ['TypeError', "can't convert BigInt to number", 'un BigInt et un nombre'],
  ['ReferenceError', "Can't find variable: foo", 'le nom « foo » n’existe pas'],
  ['ReferenceError', "Can't find variable: require", '« require » n’existe pas'],
  ['ReferenceError', 'Cannot access uninitialized variable.', 'est lue avant la ligne'],
  ['TypeError', "undefined is not an object (evaluating 'u.x')", 'dans « u.x », une valeur'],
  ['TypeError', "o.f is not a function. (In 'o.f()', 'o.f' is undefined)", '« o.f » n’est pas'],
  ['TypeError', "undefined is not a function (near '...x of o...')", 'ne se parcourt pas'],
  ['TypeError', 'Attempted to assign to readonly property.', 'ne change pas de valeur'],
  ['RangeError', 'Maximum call stack size exceeded.', 's’appelle elle-même'],
  ['RangeError', 'Out of bounds access', 'hors des octets'],
  [
    'RangeError',
    'The value of "offset" is out of range. It must be >= 0 and <= 3. Received 5',
    '« offset » vaut 5 ; cette valeur doit être entre 0 et 3',
  ],
])('what an engine throws is said in French: %s, %s', (name, message, words) => {
  const said = plain(describeThrown({ name, message, code: undefined, location: null }));
  expect(said).toContain(words);
  expect(said).not.toContain('message du moteur');
});

test.each([
  ["expected expression, got '='", '« = » n’est pas attendu ici'],
  ["expected expression, got keyword 'else'", '« else » n’est pas attendu ici'],
  ['missing } after function body', 'le fichier s’arrête trop tôt'],
  ['missing ] after element list', 'il manque « ] »'],
  ["missing '}' after module specifier list", 'il manque « } »'],
  ['redeclaration of let a', '« a » est déclaré deux fois'],
  ["'' string literal contains an unescaped line break", 'un guillemet n’est pas refermé'],
  ['await is a reserved identifier', 'un mot réservé'],
  ["local binding for export 'nope' not found", '« nope » est exporté, mais'],
  ["Cannot declare a let variable twice: 'a'.", '« a » est déclaré deux fois'],
  ['Unexpected EOF', 'un guillemet ou un accent grave n’est pas refermé'],
  ['Unexpected end of script', 'le fichier s’arrête trop tôt'],
  [
    "Unexpected token ';'. Expected either a closing ']' or a ',' following an array element.",
    '« ; »',
  ],
  ["Unexpected token ';'. const declared variable 'x' must have an initializer.", 'une constante'],
  ["Unexpected identifier 'b'. Expected '}' to end an object literal.", 'le nom « b »'],
  ['Return statements are only valid inside functions.', '« return » est hors'],
  ["Left hand side of operator '=' must be a reference.", 'à gauche de « = »'],
])('what an engine cannot read is said in French: %s', (message, words) => {
  const said = plain(describeSyntax(message));
  expect(said).toContain(words);
  expect(said).not.toContain('message du moteur');
});

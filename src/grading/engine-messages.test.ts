import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';

import { describeSyntax, describeThrown } from './engine-messages.ts';

/** Runs a student's line in this very engine, so that the table follows what V8 really says. */
function thrownBy(source: string) {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    new Function(`'use strict'; ${source}`)();
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message, code: undefined, location: null };
  }
  throw new Error(`nothing thrown by: ${source}`);
}

describe('describeThrown()', () => {
  test.each([
    ['calculer()', 'le nom « calculer » n’existe pas'],
    ['module.exports = {}', 'écrivez « export »'],
    ['exports.f = 1', 'écrivez « export »'],
    ['x; let x', '« x » est lu avant'],
    ['let cle; cle.trim()', 'lecture de « trim » sur une valeur qui est undefined'],
    ['const a = null; a.b = 1', 'écriture de « b » sur une valeur qui est null'],
    ['const a = 1; a = 2', 'une constante'],
    ["'abc'.trimm()", '« "abc".trimm » n’est pas une fonction'],
    ["crypto.createHash('sha1')", 'celui de Node s’importe'],
    [
      'const crypto = { createHash: () => ({}) }; crypto.createHash().setEncoding()',
      'setEncoding » n’est pas une fonction.',
    ],
    ['new (() => {})()', 'ne se construit pas'],
    ['class A {} A()', 'se construit avec « new »'],
    ['const [a] = 3', 'ne se parcourt pas'],
    ["new Map({ host: 'a' })", 'un objet ordinaire ne se parcourt pas ; « Object.entries'],
    ['for (const a of {}) a', 'ne se parcourt pas'],
    ['function f() { f() } f()', 's’appelle elle-même'],
    ['new Array(-1)', 'longueur demandée'],
    ["'a'.repeat(2 ** 30)", 'chaîne fabriquée'],
    ['1n + 1', 'un BigInt et un nombre'],
    ["JSON.parse('{')", 'JSON'],
    ["JSON.parse('x')", 'JSON'],
  ])('says in French what this engine says of %s', (source, words) => {
    const said = describeThrown(thrownBy(source)).replace(/[\u00a0\u202f]/g, ' ');
    expect(said).toContain(words);
    expect(said).not.toContain('message du moteur');
  });

  test.each([
    [
      'ReferenceError',
      "can't access lexical declaration 'x' before initialization",
      '« x » est lu',
    ],
    ['TypeError', 'can\'t access property "trim", cle is undefined', 'lecture de « trim »'],
    ['ReferenceError', 'require is not defined', 'écrivez en haut « import'],
    ['InternalError', 'too much recursion', 's’appelle elle-même'],
  ])('knows what Firefox says: %s, %s', (name, message, words) => {
    const said = describeThrown({ name, message, code: undefined, location: null });
    expect(said.replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
  });

  test('quotes an engine message that it does not know, inside a French sentence', () => {
    const thrown = { name: 'TypeError', message: 'Zorglub', code: undefined, location: null };
    expect(describeThrown(thrown)).toMatch(/^TypeError.+message du moteur.+Zorglub/);
  });

  test('says that a thrown text is no error', () => {
    const thrown = { name: 'string', message: 'pas de clé', code: undefined, location: null };
    expect(describeThrown(thrown)).toMatch(/^la valeur «\u202fpas de clé\u202f», qui n’est pas/);
  });

  test('quotes the student’s own words as they are', () => {
    const thrown = { name: 'Error', message: 'clé absente', code: 1002, location: null };
    expect(describeThrown(thrown)).toMatch(/^Error, «\u202fclé absente\u202f»\.$/);
  });
});

describe('describeSyntax()', () => {
  const SOURCES = [
    ['function f() {', 'le fichier s’arrête trop tôt'],
    ['const a = ;', 'n’est pas attendu ici'],
    ['let a b', 'n’est pas attendu ici'],
    ["const a = 'abc", 'guillemet'],
    ['const a = `abc', 'le fichier s’arrête trop tôt'],
    ['return 1', '« return » est hors d’une fonction'],
    ['const a;', 'reçoit sa valeur'],
    ['let a; let a', 'déclaré deux fois'],
    ['1 = 2', 'à gauche de « = »'],
    ['function f() { await g() }', '« async »'],
    ['function f(cle: string) {}', 'type TypeScript'],
    ['function f(): string {}', 'type TypeScript'],
    ['let n: number = 1', 'type TypeScript'],
    ['const n: number = 1', 'sans type'],
    ['const n = m as string', 'type TypeScript'],
    ['"use strict"; interface Requete {}', '« interface »'],
    ['enum Etat { Ouvert }', '« enum »'],
  ] as const;

  test.each(SOURCES)('says in French what this engine says of %s', (source, words) => {
    const said = describeSyntax(syntaxOf(() => compile(source)));
    expect(said.replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
  });

  test.each(SOURCES)('says in French what acorn says of %s', (source) => {
    const said = describeSyntax(
      syntaxOf(() => parse(source, { ecmaVersion: 'latest', sourceType: 'module' })),
    );
    expect(said).not.toContain('message du moteur');
  });

  test('keeps an unknown message inside a French sentence', () => {
    expect(describeSyntax('SyntaxError: Zorglub')).toMatch(/syntaxe.+message du moteur.+Zorglub/);
  });
});

function compile(source: string): unknown {
  const { Script } = process.getBuiltinModule('node:vm');
  return new Script(source);
}

function syntaxOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it compiled');
}

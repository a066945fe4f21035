import { describe, expect, test } from 'vitest';
import { describeThrown } from './engine-messages.ts';

/** Runs a student's line in this very Node, so that the table follows what it really says. */
function thrownBy(source: string) {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    new Function('require', `'use strict'; ${source}`)((name: string) =>
      process.getBuiltinModule(name),
    );
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message, code: undefined, location: null };
  }
  throw new Error(`nothing thrown by: ${source}`);
}

const CRYPTO = "const c = require('node:crypto');";
const RESPONSE = "const r = new (require('node:http').ServerResponse)({ method: 'GET' });";
const SOCKET = "const s = new (require('node:net').Socket)();";

/** Words that only an English sentence has; the names of Node's types and methods are none of them. */
const ENGLISH =
  /\b(?:the|must|of|or|and|an|instance|received|should|be|is|not|invalid|cannot|after)\b/i;

describe('describeThrown(), of an error of Node’s own', () => {
  test.each([
    [
      `${CRYPTO} c.createHash('sha1').update()`,
      'l’argument « data » est d’un type refusé (permis : string, Buffer, TypedArray ou DataView ; reçu : undefined).',
    ],
    [`${CRYPTO} c.createHash('sha1').update(3)`, 'reçu : 3)'],
    [`${CRYPTO} c.createHash('sha1').update(new Map())`, 'reçu : un objet Map)'],
    [`${CRYPTO} c.createHash('sha1').update(function lire() {})`, 'la fonction « lire »'],
    [`${CRYPTO} c.createHash('sha1').update(() => 1)`, 'reçu : une fonction)'],
    [`${CRYPTO} c.createHash()`, '« algorithm » est d’un type refusé (permis : string ;'],
    [`${CRYPTO} c.createHash('sha0')`, 'algorithme'],
    [`${CRYPTO} const h = c.createHash('sha1'); h.digest(); h.digest()`, '« digest » ne s’appelle'],
    [`${CRYPTO} c.timingSafeEqual(1, 2)`, '« buf1 »'],
    [`${CRYPTO} c.timingSafeEqual(Buffer.alloc(2), Buffer.alloc(3))`, 'même longueur'],
    [`${CRYPTO} c.randomInt()`, 'permis : un entier sûr'],
    [`${CRYPTO} c.randomInt(5, 1)`, 'plus grande que « min » (5)'],
    [
      'Buffer.from()',
      'le premier argument est d’un type refusé (permis : string, Buffer, ArrayBuffer, Array ou un objet semblable à un tableau ; reçu : undefined).',
    ],
    ['Buffer.from({})', 'reçu : un objet Object'],
    ["Buffer.from('a', 'zorg')", '« zorg » n’est pas un encodage'],
    ["Buffer.concat('a')", '« list »'],
    ["Buffer.concat(['a'])", '« list[0] »'],
    ["Buffer.from('ab').indexOf({})", 'number, string, Buffer ou Uint8Array'],
    ["Buffer.from('a').writeUInt8(999)", 'entre 0 et 255'],
    ["Buffer.from('a').readUInt8(1.5)", 'un nombre entier'],
    ["Buffer.from('a').readUInt16BE(4)", 'hors des octets du tampon'],
    ['Buffer.alloc(-1)', '« size » vaut -1'],
    [
      'setTimeout()',
      '« callback » est d’un type refusé (permis : une fonction ; reçu : undefined)',
    ],
    [`${SOCKET} s.write({})`, '« chunk »'],
    [`${SOCKET} s.write(null)`, '« write » n’accepte pas null'],
    [`${SOCKET} s.connect()`, 'il manque « options » ou « port » ou « path »'],
    ["require('node:net').createServer().listen(-1)", 'un port va de 0 à 65535 ; reçu : -1'],
    ["require('node:net').createServer().listen({})", 'l’argument « options » est refusé'],
    [`${RESPONSE} r.setHeader('é é', 'x')`, '« é é » n’est pas un nom d’en-tête'],
    [`${RESPONSE} r.setHeader('a')`, 'l’en-tête « a » ne peut pas valoir undefined'],
    [`${RESPONSE} r.setHeader('a', '\\n')`, 'caractère interdit'],
    [`${RESPONSE} r.writeHead(9)`, '« 9 » n’est pas un statut HTTP'],
    [`${RESPONSE} r.writeHead(200); r.writeHead(200)`, 'est déjà parti'],
    ["new URL('x')", 'URL'],
    ["new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255]))", 'UTF-8 valide'],
    ["new (require('node:events'))().emit('error', 'x')", 'n’est écouté par personne'],
  ])('is wholly French: %s', (source, words) => {
    const said = describeThrown(thrownBy(source)).replace(/[\u00a0\u202f]/g, ' ');
    expect(said).toContain(words);
    expect(said).not.toContain('message du moteur');
    expect(said.replace(/« [^»]* »|^\w+Error/g, '')).not.toMatch(ENGLISH);
  });

  test.each(['listen EADDRINUSE: address already in use 8080', 'listen EADDRINUSE port 8080'])(
    'names a port that is taken, however it is said: %s',
    (message) => {
      const said = describeThrown({ name: 'Error', message, code: 'EADDRINUSE', location: null });
      expect(said.replace(/[\u00a0\u202f]/g, ' ')).toContain('« 8080 » est déjà pris');
    },
  );

  test('has French spaces in every sentence', () => {
    const said = describeThrown(thrownBy(`${CRYPTO} c.createHash('sha1').update()`));
    expect(said).toMatch(/«\u202fdata\u202f».*permis\u00a0: .*\u202f; reçu\u00a0: /);
  });
});

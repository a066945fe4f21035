// The spelling gate's parts: what is read as French, where, and which words are let through.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { proseOf } from './blank.ts';
import { codeProse } from './code-prose.ts';
import { isFrench, loadFrench } from './dictionary.ts';
import { KNOWN_WORDS_FILE, readKnownWords } from './known-words.ts';
import { misspellings } from './misspellings.ts';
import { documentProse, yamlProse } from './yaml-prose.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const words = (prose: string): string[] => prose.split(/\s+/).filter((word) => word !== '');

describe('proseOf()', () => {
  test.each([
    ['code in a line', 'avant `cod` après', 'avant après'],
    ['code that a folded line cuts', 'avant `co\nd` après', 'avant après'],
    ['a fence', 'avant\n```js\nlet cod;\n```\naprès', 'avant après'],
    [
      'a fence of tildes with backquotes inside',
      'avant\n~~~~\n```\ncod\n~~~~\naprès',
      'avant après',
    ],
    ['a fence that nobody closed', 'avant\n```\ncod', 'avant'],
    ['a comment', 'avant <!-- .slide: class="cod" --> après', 'avant après'],
    ['English', 'la <i lang="en">hand shake</i> passe', 'la passe'],
    ['a tag and not its text', '<p class="cod">texte</p>', 'texte'],
    ['an address', 'voir https://exemple.fr/cod?x ici', 'voir ici'],
    ['where a link leads', 'un [lien](/cod/) ici', 'un [lien] ici'],
    ['a file and a call', 'dans serveur.js et close(cod) enfin', 'dans et enfin'],
    ['a path, a name with underscores, an option', 'a/cod b_cod --cod fin', 'fin'],
  ])('leaves out %s', (_, markdown, kept) => {
    expect(words(proseOf(markdown)).join(' ')).toBe(kept);
  });

  test('keeps every word at its line and column', () => {
    const markdown = 'un `deux`\n\n```\ntrois\n```\n  quatre';
    const prose = proseOf(markdown);
    expect(prose).toHaveLength(markdown.length);
    expect(prose.split('\n')[5]).toBe('  quatre');
  });

  test('does not let one lost backquote swallow the next paragraph', () => {
    expect(proseOf('un ` deux\n\ntrois ` quatre')).toContain('trois');
  });
});

describe('yamlProse() and documentProse()', () => {
  test('read values that are sentences, not keys, identifiers or quotes', () => {
    const yaml =
      'cle: Un texte\nid: E5.1\nright: echoue\nquote: Etat\nliste: [un mot, "deux mots"]\n';
    expect(words(yamlProse(yaml))).toEqual(['Un', 'texte', 'un', 'mot', '"deux', 'mots"']);
  });

  test('read a folded text with its Markdown', () => {
    expect(words(yamlProse('a: >-\n  un `cod`\n  deux\n'))).toEqual(['un', 'deux']);
  });

  test('read the head and the body of a file, each at its line', () => {
    const prose = documentProse('---\ntitle: Un titre\nfiles: [a.js]\n---\nLe corps `cod`.\n');
    expect(prose.split('\n')[1]).toContain('Un titre');
    expect(prose.split('\n')[1]).not.toContain('title');
    expect(prose.split('\n')[4]).toContain('Le corps');
  });

  test('take a rule in the middle of a body for what it is', () => {
    expect(documentProse('Un corps\n\n---\n\nLa suite')).toContain('La suite');
  });
});

describe('codeProse()', () => {
  test('reads strings and templates, not names, imports, keys or programs', () => {
    const source = [
      "import { x } from 'nom de module';",
      "export const a = { 'une clé': 'Un texte', nom: 'mon-id', n: `il y a ${count} mots` };",
      'const p = `import { y } from "z";\\nlet a;`;',
    ].join('\n');
    expect(words(codeProse(source))).toEqual(['Un', 'texte', 'il', 'y', 'a', 'mots']);
  });
});

describe('isFrench()', () => {
  const french = loadFrench();

  test.each([
    ...['l’octet', 'd’après', 'jusqu’à', 'qu’il', 'aujourd’hui', 'quelqu’un'],
    ...[
      'ferme-t-il',
      'est-ce',
      'celui-ci',
      'envoyez-le',
      'peut-être',
      'sous-protocole',
      'contre-pression',
    ],
    ...['Œuvre', 'État', 'PARIS', 'Écrivez', 'cœur'],
  ])('knows « %s »', (word) => {
    expect(isFrench(word, french.has)).toBe(true);
  });

  test.each(['envoyeés', 'protocle', 'l’ocet', 'ferme-t-ill', 'connection', 'Etat', 'recois'])(
    'does not know « %s »',
    (word) => {
      expect(isFrench(word, french.has)).toBe(false);
    },
  );

  test('suggests the word that was meant', () => {
    expect(french.suggest('protocle')).toContain('protocole');
  });
});

describe('misspellings()', () => {
  const has = (word: string): boolean => ['le', 'mot', 'un'].includes(word);

  test('says the word, its line and its column', () => {
    expect(misspellings('le mot\nun mott', has, new Set())).toEqual([
      { word: 'mott', line: 2, column: 4 },
    ]);
  });

  test('lets our own words, names, acronyms, numbers and lone letters through', () => {
    const prose = 'le opcode, WebSocket, d’un HTTP, ES2022, base64, x, qu’, µs';
    expect(misspellings(prose, has, new Set(['opcode']))).toEqual([]);
  });

  test('reads past the quote of a string', () => {
    expect(misspellings("'le mot' 'mott'", has, new Set())).toMatchObject([{ word: "mott'" }]);
  });
});

test('our own words are in groups with a reason, sorted, each once', () => {
  const groups = readKnownWords(readFileSync(path.join(ROOT, KNOWN_WORDS_FILE), 'utf8'));
  const order = new Intl.Collator('fr', { sensitivity: 'variant', caseFirst: 'upper' });
  for (const { reason, words: own } of groups) {
    expect(reason).not.toBe('');
    expect(own, reason).toEqual(own.toSorted(order.compare));
  }
  const all = groups.flatMap((group) => group.words);
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
});

// The parts of the search that need neither a worker nor an index.
import { describe, expect, test } from 'vitest';
import { isNear } from './is-near.ts';
import { queryVariants } from './query-variants.ts';
import { readExcerpt } from './read-excerpt.ts';

const SYNONYMS = [
  ['masquage', 'masque', 'masking'],
  ['trame', 'frame'],
  ['trame de contrôle', 'control frame'],
];

describe('queryVariants()', () => {
  test.each([
    ['masquage', ['masquage', 'masque', 'masking']],
    ['Le MASQUE', ['le masque', 'le masquage', 'le masking']],
    ['frame', ['frame', 'trame']],
    ['masquerade', ['masquerade']],
    ['   ', []],
  ])('%j also asks for %j', (query, variants) => {
    expect(queryVariants(query, SYNONYMS).toSorted()).toEqual(variants.toSorted());
  });

  test('asks for what was typed first, without its accents', () => {
    expect(queryVariants('contrôle', SYNONYMS)[0]).toBe('controle');
    expect(queryVariants('poignée\u00a0de main', [])).toEqual(['poignee de main']);
  });

  test('stays short however many notions a query names', () => {
    const many = Array.from({ length: 30 }, (_, index) => ['trame', `mot${index}`]);
    expect(queryVariants('trame', many).length).toBeLessThanOrEqual(6);
  });
});

describe('readExcerpt()', () => {
  test('gives text and marks, and leaves markup as text', () => {
    expect(readExcerpt('le <mark>masque</mark> &lt;img&gt; &amp;amp;')).toEqual([
      { text: 'le ', marked: false },
      { text: 'masque', marked: true },
      { text: ' <img> &amp;', marked: false },
    ]);
    expect(readExcerpt('')).toEqual([]);
  });

  test('does not say the title twice, even where it is marked', () => {
    expect(readExcerpt('Le <mark>masque.</mark> Une <mark>clé</mark> neuve', 'Le masque')).toEqual([
      { text: 'Une ', marked: false },
      { text: 'clé', marked: true },
      { text: ' neuve', marked: false },
    ]);
    expect(readExcerpt('Le <mark>masque.</mark>', 'Le masque')).toEqual([]);
  });
});

describe('isNear()', () => {
  const result = (title: string, marked: string) => ({
    title,
    place: '',
    address: '/',
    excerpt: [{ text: marked, marked: true }],
  });

  test.each([
    ['masquage', 'masquées', true],
    ['fermer', 'fermeture', true],
    ['1006', '1006', true],
    ['zzyzxw', 'zéro', false],
    ['zzyzxw', '', false],
  ])('%s is found in « %s »: %s', (query, marked, near) => {
    expect(isNear(result('Titre', marked), [query])).toBe(near);
  });

  test('a title counts, when the excerpt is of something else', () => {
    expect(isNear(result('La fermeture', 'autre'), ['fermeture'])).toBe(true);
  });
});

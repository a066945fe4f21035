// Which page of /cours/ each file becomes, the trainers' own names included.
import { expect, test } from 'vitest';
import { parseDeck } from './parse-deck.ts';
import { readerAddresses, readerChapters } from './reader-chapters.ts';

const deckOf = (...paths: string[]) =>
  parseDeck(paths.map((path) => ({ path, text: `## Titre de ${path}` })));

const namesOf = (...paths: string[]) => readerChapters(deckOf(...paths)).map(({ name }) => name);

test.each([
  ['1-protocole.md', 'protocole'],
  ['06-websocket.md', 'websocket'],
  ['cours/06_Sécurité et repli.md', 'securite-et-repli'],
  ['intro.markdown', 'intro'],
  ['3.md', 'chapitre-3'],
])('%s is read at /cours/%s/', (path, name) => {
  expect(namesOf(path)).toEqual([name]);
});

test('two chapters never share a page, nor take the glossary’s', () => {
  expect(namesOf('1-api.md', '2-api.md', 'glossaire.md')).toEqual(['api', 'api-2', 'glossaire-2']);
  const cut = parseDeck([{ path: 'a.md', text: '## Un\n\n---\n\n## Deux' }]);
  expect(readerChapters(cut).map(({ name }) => name)).toEqual(['a', 'a-2']);
});

test('an empty chapter has no page, and takes no number', () => {
  const deck = parseDeck([
    { path: '0-vide.md', text: '' },
    { path: '1-plein.md', text: '## Un' },
  ]);
  expect(readerChapters(deck)).toMatchObject([{ name: 'plein', number: 1 }]);
});

test('every slide has its address', () => {
  const addresses = readerAddresses(deckOf('1-api.md', '2-chat.md'));
  expect([...addresses.values()]).toEqual([
    '/cours/api/#titre-de-1-api-md',
    '/cours/chat/#titre-de-2-chat-md',
  ]);
});

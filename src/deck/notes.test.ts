// Notes as trainers write them, and what each reader gets of them.
import { describe, expect, test } from 'vitest';
import { parseDeck } from './parse-deck.ts';
import { readNotes } from './notes.ts';
import { renderDeck } from './render-deck.ts';

/** Through the deck's own renderer: notes come to `readNotes()` as it makes them. */
async function read(notes: string) {
  const deck = await renderDeck(
    parseDeck([{ path: 'a.md', text: `## A\n\nNotes :\n${notes}` }]),
    '/',
  );
  return readNotes(deck.chapters[0]?.slides[0]?.notesHtml ?? '');
}

const kinds = async (notes: string) => (await read(notes)).map(({ kind }) => kind);

describe('readNotes()', () => {
  test('gives each label its text, until the next one', async () => {
    const parts = await read(
      '**Dire** : un `mot`.\n\nEncore.\n\n- une liste\n\n**Durée** : 2 minutes.',
    );
    expect(parts.map(({ kind }) => kind)).toEqual(['say', 'duration']);
    expect(parts[0]?.html).toMatch(/^<p>Un <code>mot<\/code>\.<\/p>\s*<p>Encore\.<\/p>\s*<ul>/);
    expect(parts[1]?.html).toBe('<p>2\u00a0minutes.</p>');
  });

  test.each([
    ['**Dire** : a', 'say'],
    ['**Demander**\u00a0: a', 'ask'],
    ['**Réponse**\u202f: a', 'answer'],
    ['**Piège**: a', 'trap'],
    ['**APPROFONDIR** : a', 'deeper'],
    ['**Faire** : a', 'do'],
    ['**Durée** : a', 'duration'],
  ])('reads %s as « %s »', async (notes, kind) => {
    expect(await kinds(notes)).toEqual([kind]);
  });

  test('reads labels that follow each other without a blank line', async () => {
    expect(await kinds('**Dire** : a\n**Piège** : b\n**Durée** : c')).toEqual([
      'say',
      'trap',
      'duration',
    ]);
  });

  test('keeps unlabelled notes whole, and what comes before the first label', async () => {
    expect(await read('Du texte.\n\nEncore.')).toEqual([
      { kind: 'plain', html: expect.stringMatching(/Du texte[\s\S]*Encore/) as string },
    ]);
    expect(await kinds('Avant.\n\n**Dire** : a')).toEqual(['plain', 'say']);
  });

  test('takes a word in bold for a label only where a colon follows it at the start of a line', async () => {
    expect(await kinds('**Dire** la vérité.')).toEqual(['plain']);
    expect(await kinds('Il faut **Dire** : a')).toEqual(['plain']);
    expect(await kinds('**Autre** : a')).toEqual(['plain']);
    expect(await kinds('```text\n**Dire** : a\n```')).toEqual(['plain']);
  });

  test('drops a label without text, and gives nothing for no notes', async () => {
    expect(await kinds('**Dire** : \n\n**Durée** : 1 minute.')).toEqual(['duration']);
    expect(readNotes('')).toEqual([]);
  });
});

// What no file may do to a deck, however it is written: identifiers, lines, broken and huge files, strictness.
import { describe, expect, test } from 'vitest';
import { type Deck, DeckError } from './deck.ts';
import { BREAK, parse, SEED, slidesOf, titlesOf } from './parse-deck.fixture.ts';
import { parseDeck } from './parse-deck.ts';

describe('identifiers', () => {
  test('come from titles without accents or signs, and never twice', () => {
    expect(
      slidesOf(`## L’État à zéro\u202f!${BREAK}## Plan${BREAK}## Plan`).map(({ id }) => id),
    ).toEqual(['l-etat-a-zero', 'plan', 'plan-2']);
  });

  test('never begin with a digit, which reveal.js reads as an index', () => {
    expect(slidesOf('## 101 Switching Protocols')[0]?.id).toBe('diapo-101-switching-protocols');
  });

  test('can be given by the author', () => {
    expect(slidesOf('## Un\n<!-- .slide: id="accueil" -->')[0]?.id).toBe('accueil');
  });

  test('read a title that quotes code', () => {
    expect(slidesOf('## Le rôle de `Upgrade` *et* **Host**')[0]?.title).toBe(
      'Le rôle de Upgrade et Host',
    );
  });
});

describe('lines', () => {
  test('of the text and of the notes are those of the file', () => {
    const text = `# A${BREAK}<!-- .slide: class="toc" -->\n\n## Deux\n<!-- .slide:\n id="x" -->\n[a](#/9)\n\nNotes :\n\nDire`;
    const deck = parse(text);
    const slide = deck.chapters[0]?.slides[1];
    const lines = text.split('\n');
    expect([slide?.line, slide?.markdownLine, slide?.notesLine]).toEqual([
      lines.findIndex((line) => line.includes('toc')) + 1,
      lines.indexOf('## Deux') + 1,
      lines.indexOf('Dire') + 1,
    ]);
    expect(deck.warnings.map(({ line }) => line)).toEqual([lines.indexOf('[a](#/9)') + 1]);
  });
});

describe('hostile files', () => {
  test('a byte order mark and CRLF change nothing', () => {
    const plain = parse(SEED).chapters[0]?.slides.map(({ title, line }) => [title, line]);
    const windows = parse(`\uFEFF${SEED.replaceAll('\n', '\r\n')}`);
    expect(windows.chapters[0]?.slides.map(({ title, line }) => [title, line])).toEqual(plain);
  });

  test('a fence that never closes ends with its slide, and is reported at its line', () => {
    const deck = parse(
      `## Un\n\n\`\`\`js\nf();\n\nNotes :\nDire${BREAK}## Deux\n\n\`\`\`js\ng();\n\`\`\``,
    );
    expect(deck.chapters[0]?.slides.map(({ title, notes }) => [title, notes])).toEqual([
      ['Un', 'Dire'],
      ['Deux', ''],
    ]);
    expect(deck.warnings).toEqual([expect.objectContaining({ line: 3 })]);
  });

  test('a fence that never closes in the last slide reaches the end of the file', () => {
    const deck = parse('## Un\n\n```\nf();\n\ng();');
    expect(deck.chapters[0]?.slides[0]?.markdown).toContain('g();');
    expect(deck.warnings).toHaveLength(1);
  });

  test('comments that show nothing make no slide', () => {
    expect(titlesOf(`## Un${BREAK}<!-- à revoir -->${BREAK}## Deux`)).toEqual(['Un', 'Deux']);
  });

  test('10,000 slides are parsed, each with an identifier of its own', () => {
    const text = Array.from(
      { length: 10_000 },
      () => '## Plan\n\n```js\nf();\n```\n\nNotes :\nn',
    ).join(BREAK);
    const ids = slidesOf(text).map(({ id }) => id);
    expect(new Set(ids).size).toBe(10_000);
  });
});

describe('strict mode', () => {
  test('refuses a deck with a warning, and says where', () => {
    const strict = (): Deck =>
      parseDeck([{ path: 'a.md', text: `## Un${BREAK}[x](#/9)` }], { strict: true });
    expect(strict).toThrow(DeckError);
    expect(strict).toThrow(/a\.md, ligne 5/);
  });

  test('accepts a deck without one', () => {
    expect(parseDeck([{ path: 'a.md', text: '## Un' }], { strict: true }).chapters).toHaveLength(1);
  });
});

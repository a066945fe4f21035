// A deck, read: from our own slides, from the trainers' file alone, and from slides made for one question each.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { loadDeck } from '../deck/load-deck.ts';
import { parseDeck } from '../deck/parse-deck.ts';
import { renderDeck } from '../deck/render-deck.ts';
import { readCourse, type CourseChapter } from './course-chapter.ts';

/** Milliseconds: the first block in a language compiles its grammar, on a machine that may be busy. */
vi.setConfig({ testTimeout: 30_000 });

async function read(...texts: readonly string[]): Promise<readonly CourseChapter[]> {
  const files = texts.map((text, index) => ({ path: `${index}-chapitre.md`, text }));
  return readCourse(await renderDeck(parseDeck(files), '/'));
}

/** The section made of one slide, after an opener. */
async function section(markdown: string) {
  const [chapter] = await read(`# Titre\n\n\n\n${markdown}`);
  const found = chapter?.sections[1];
  if (found === undefined) throw new Error('No section was read');
  return found;
}

describe('a section', () => {
  test('has its notes as text, before what its slide shows, and nothing for the trainer only', async () => {
    const one = await section(
      '## Un titre\n\n- un point\n\nNotes :\n**Dire** : une explication.\n\n**Faire** : un jeu.\n\n**Approfondir** : plus loin.\n\n**Durée** : 3 minutes.',
    );
    expect(one.prose).toBe('<p>Une explication.</p>');
    expect(one.content).toMatch(/^<ul>[\s\S]*un point[\s\S]*<\/ul>$/);
    expect(one.deeper).toBe('<p>Plus loin.</p>');
    expect(JSON.stringify(one)).not.toMatch(/jeu|minutes/);
  });

  test('opens a question on its answer, and takes the rest of the question with it', async () => {
    const { questions } = await section(
      '## A\n\nNotes :\n**Demander** : combien ?\n\n**Réponse** : quatre.\n\n**Demander** : sans réponse ?',
    );
    expect(questions).toEqual([
      { question: expect.stringMatching(/^Combien/) as string, answer: '<p>Quatre.</p>' },
      { question: expect.stringMatching(/^Sans réponse/) as string, answer: '' },
    ]);
  });

  test('loses what only a stage needs', async () => {
    const { content } = await section(
      '## A\n\n<div class="left">\n\n```js [1|2]\na();\nb();\n```\n\n</div>\n<div class="right">\n\n- un <!-- .element: class="fragment" -->\n\n</div>',
    );
    expect(content).not.toMatch(/left|right|fragment|data-steps|is-numbered/);
    expect(content.indexOf('<pre')).toBeLessThan(content.indexOf('<ul'));
  });

  test('lets a table scroll by itself, and drops a head without words', async () => {
    const { content } = await section('## A\n\n| | |\n|---|---|\n| un | deux |');
    expect(content).toMatch(/^<div class="course-table" role="group"[^>]*tabindex="0"><table>/);
    expect(content).not.toContain('<thead>');
  });

  test('leads to the errata that its slide names, and to nothing that is no entry', async () => {
    const { errata } = await section(
      '<!-- .slide: data-errata="E5.1 E16.3 javascript:alert(1) E5" -->\n## A\n\nTexte',
    );
    expect(errata).toEqual(['E5.1', 'E16.3']);
  });

  test('keeps its links inside the course', async () => {
    const [, second] = await read('# Un', '# Deux\n\n\n\n## Trois\n\n[lien](#/0/0)');
    expect(second?.sections[1]?.content).toContain('href="/cours/chapitre/#un"');
  });

  test('has no link inside its title, which is itself the text of links', async () => {
    const { titleHtml } = await section('## Un [lien](/x) et du `code`');
    expect(titleHtml).toBe('Un lien et du <code>code</code>');
  });

  test('is shown once where the same title comes again', async () => {
    const [chapter] = await read('# T\n\n\n\n## A\n\nun\n\n\n\n## A\n\ndeux\n\n\n\n## B\n\ntrois');
    expect(chapter?.sections.map(({ continued }) => continued)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(new Set(chapter?.sections.map(({ id }) => id)).size).toBe(4);
  });
});

describe('a chapter', () => {
  test('has the title and the first line of its first slide', async () => {
    const [chapter] = await read('# Le *masque*\n\nSeul le client **masque**\n\n\n\n## A');
    expect(chapter).toMatchObject({ title: 'Le masque', subtitle: 'Seul le client masque' });
  });

  test('is longer to read with more to read in it', async () => {
    const words = 'un mot de plus '.repeat(300);
    const [short, long] = await read('# A\n\nun', `# B\n\nNotes :\n**Dire** : ${words}`);
    expect(short?.minutes).toBe(1);
    expect(long?.minutes).toBeGreaterThanOrEqual(6);
  });
});

test('our own slides make chapters with something to read in every section', async () => {
  const folder = path.resolve(import.meta.dirname, '../../slides');
  const chapters = readCourse(await renderDeck(await loadDeck(folder), folder));
  expect(chapters.length).toBeGreaterThan(3);
  const empty = chapters
    .flatMap(({ sections }) => sections)
    .filter(({ prose, content, deeper }) => prose + content + deeper === '');
  expect(empty.map(({ id }) => id)).toEqual([]);
});

test('the trainers’ file alone makes a course of one chapter', async () => {
  const file = path.resolve(import.meta.dirname, '../deck/fixtures/06-websocket.md');
  const text = readFileSync(file, 'utf8');
  const deck = parseDeck([{ path: '06-websocket.md', text }]);
  const chapters = readCourse(await renderDeck(deck, path.dirname(file)));
  expect(chapters).toMatchObject([
    { name: 'websocket', title: 'WebSocket', address: '/cours/websocket/' },
  ]);
  expect(chapters[0]?.sections).toHaveLength(18);
  expect(chapters[0]?.sections.filter(({ continued }) => continued).length).toBeGreaterThan(2);
});

test('a deck without a slide makes no chapter', async () => {
  expect(await read('')).toEqual([]);
});

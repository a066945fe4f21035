// The eight rules of the trainers’ dialect.
import { describe, expect, test } from 'vitest';
import { BREAK, parse, SEED, slidesOf, titlesOf } from './parse-deck.fixture.ts';
import { parseDeck } from './parse-deck.ts';

describe('rule 1: files are chapters', () => {
  test('file n is chapter n, and its slides count from zero', () => {
    const deck = parse('# Un', `## Deux${BREAK}## Trois`);
    expect(deck.chapters.map(({ index, file }) => [index, file])).toEqual([
      [0, '0.md'],
      [1, '1.md'],
    ]);
    expect(deck.chapters[1]?.slides.map(({ index }) => index)).toEqual([0, 1]);
  });

  test('an empty file keeps its number and is reported', () => {
    const deck = parse('# Un', '', '# Trois');
    expect(deck.chapters.map(({ slides }) => slides.length)).toEqual([1, 0, 1]);
    expect(deck.warnings).toEqual([
      expect.objectContaining({
        file: '1.md',
        line: 1,
        message: expect.stringContaining('aucune') as string,
      }),
    ]);
  });
});

describe('rule 2: three blank lines separate slides', () => {
  test.each([3, 4, 5, 6, 7, 12])('%d blank lines make one separation', (count) => {
    expect(titlesOf(`## Un${'\n'.repeat(count + 1)}## Deux`)).toEqual(['Un', 'Deux']);
  });

  test('two blank lines make none', () => {
    expect(titlesOf('## Un\n\n\n## Deux')).toEqual(['Un']);
  });

  test.each([
    [3, []],
    [5, []],
    [6, [2]],
    [9, [2]],
  ])('%d blank lines are reported at lines %j', (count, lines) => {
    const { warnings } = parse(`## Un${'\n'.repeat(count + 1)}## Deux`);
    expect(warnings.map(({ line }) => line)).toEqual(lines);
  });

  test('blank lines at an end of the file, or in code, are not reported', () => {
    const many = '\n'.repeat(9);
    expect(parse(`${many}## Un\n\n\`\`\`js\na();${many}b();\n\`\`\`${many}`).warnings).toEqual([]);
  });

  test('lines that only look blank separate nothing, and are reported', () => {
    const deck = parse('## Un\n\n \n\n## Deux');
    expect(deck.chapters[0]?.slides).toHaveLength(1);
    expect(deck.warnings).toEqual([
      expect.objectContaining({ line: 2, message: expect.stringContaining('espaces') as string }),
    ]);
  });

  test('blank lines at either end of a file make no empty slide', () => {
    expect(titlesOf(`${BREAK}${BREAK}## Un${BREAK}${BREAK}`)).toEqual(['Un']);
  });

  test('a line of three hyphens alone starts a chapter inside a file', () => {
    const deck = parse('## Un\n\n---\n\n## Deux\n\n---\n\n---\n');
    expect(deck.chapters.map(({ slides }) => slides.map(({ title }) => title))).toEqual([
      ['Un'],
      ['Deux'],
    ]);
  });
});

describe('rule 3: Notes start the speaker notes', () => {
  test.each(['Notes:', 'Notes :', 'notes :', 'NOTES:', 'Notes\u00a0:'])('%s', (marker) => {
    const [slide] = slidesOf(`## Un\n\nTexte\n\n${marker}\nDire ceci.`);
    expect(slide?.markdown).toBe('## Un\n\nTexte');
    expect(slide?.notes).toBe('Dire ceci.');
  });

  test('text on the marker’s own line belongs to the notes', () => {
    expect(slidesOf('## Un\n\nNotes : dire ceci.')[0]?.notes).toBe('dire ceci.');
  });

  test('a marker inside code is code', () => {
    const [slide] = slidesOf('## Un\n\n```yaml\nNotes: code\n```');
    expect(slide?.notes).toBe('');
    expect(slide?.markdown).toContain('Notes: code');
  });

  test('notes cut off from their slide are given back to it, with a warning', () => {
    const deck = parse(`## Un${BREAK}Notes :\nDire ceci.`);
    expect(deck.chapters[0]?.slides.map(({ notes }) => notes)).toEqual(['Dire ceci.']);
    expect(deck.warnings).toHaveLength(1);
  });
});

describe('rule 4: comments give attributes', () => {
  test('classes add up and data attributes are kept', () => {
    const [slide] = slidesOf('## Un\n<!-- .slide: class="a b" data-state="nuit" -->');
    expect(slide?.classes).toEqual(['a', 'b']);
    expect(slide?.attributes).toEqual({ 'data-state': 'nuit' });
    expect(slide?.markdown).toBe('## Un');
  });

  test('style and event handlers are refused, with a warning at the slide’s line', () => {
    const deck = parse(`## Un${BREAK}## Deux\n<!-- .slide: style="x" onclick="y" -->`);
    expect(deck.chapters[0]?.slides[1]?.attributes).toEqual({});
    expect(deck.warnings.map(({ line }) => line)).toEqual([5, 5]);
  });

  test('a comment quoted in code gives nothing', () => {
    const [slide] = slidesOf('## Un\n\nÉcrivez `<!-- .slide: class="x" -->`.');
    expect(slide?.classes).toEqual([]);
    expect(slide?.markdown).toContain('.slide:');
  });
});

describe('rule 5: page classes and plans', () => {
  test.each([
    ['class="page-questions"', 'Questions\u202f?', 'questions'],
    ['class="page-demo"', 'Démonstration', 'demonstration'],
    ['class="page-tp30"', 'Travaux pratiques 30', 'travaux-pratiques-30'],
    ['class="page-tp" data-label="Attaquer"', 'Attaquer', 'attaquer'],
  ])('%s is titled', (attributes, title, id) => {
    expect(slidesOf(`<!-- .slide: ${attributes} -->`)).toEqual([
      expect.objectContaining({ title, id }),
    ]);
  });

  test('links to slides become links to their identifiers', () => {
    const deck = parse('[Trames](#/1/1) et [API](#/1)', `# L’API${BREAK}## Les trames`);
    expect(deck.chapters[0]?.slides[0]?.markdown).toBe('[Trames](#/les-trames) et [API](#/l-api)');
    expect(deck.warnings).toEqual([]);
  });

  test('links to chapters that are not there become their text', () => {
    const deck = parse('- **[WebSocket](#/6)**\n- [`Fetch`](#/2/0)');
    expect(deck.chapters[0]?.slides[0]?.markdown).toBe('- **WebSocket**\n- `Fetch`');
    expect(deck.warnings.map(({ message }) => /#\/\d(?:\/\d)?/.exec(message)?.[0])).toEqual([
      '#/6',
      '#/2/0',
    ]);
  });

  test('a link quoted in code stays as it is written', () => {
    expect(slidesOf('Écrivez `[x](#/9)`.')[0]?.markdown).toBe('Écrivez `[x](#/9)`.');
  });
});

describe('rule 6: two page comments in a row are two slides', () => {
  test.each(['\n', '\n\n', ' '])('with %j between them', (between) => {
    const text = `<!-- .slide: class="page-questions" -->${between}<!-- .slide: class="page-tp4" -->`;
    expect(
      slidesOf(`${text}\n\nNotes :\nfin`).map(({ classes, notes }) => [classes, notes]),
    ).toEqual([
      [['page-questions'], ''],
      [['page-tp4'], 'fin'],
    ]);
  });

  test('the second one’s line is reported', () => {
    const page = '<!-- .slide: class="page-demo" -->';
    expect(parse(`${page}\n\n${page}\n${page}`).warnings.map(({ line }) => line)).toEqual([3, 4]);
    expect(parse(`${page}${BREAK}${page}`).warnings).toEqual([]);
  });

  test('an ordinary comment after a page comment stays on its slide', () => {
    const text = '<!-- .slide: class="page-demo" -->\n<!-- .slide: data-state="nuit" -->';
    expect(slidesOf(text)).toEqual([
      expect.objectContaining({ classes: ['page-demo'], attributes: { 'data-state': 'nuit' } }),
    ]);
  });

  test('two page classes on one slide: the last one wins, with a warning', () => {
    const deck = parse(
      '<!-- .slide: class="page-demo" -->\n# T\n<!-- .slide: class="page-tp1" -->',
    );
    expect(deck.chapters[0]?.slides.map(({ classes }) => classes)).toEqual([['page-tp1']]);
    expect(deck.warnings).toHaveLength(1);
  });
});

describe('rule 7: a code fence never splits', () => {
  test.each(['```', '~~~', '````'])('blank lines inside %s', (fence) => {
    const text = `## Un\n\n${fence}js\na();\n\n\n\n\n---\n\n\n\nb();\n${fence}${BREAK}## Deux`;
    expect(titlesOf(text)).toEqual(['Un', 'Deux']);
    expect(slidesOf(text)[0]?.markdown).toContain('a();\n\n\n\n\n---\n\n\n\nb();');
  });
});

describe('rule 8: the source file', () => {
  const deck = parse(SEED);
  const slides = deck.chapters.flatMap((chapter) => chapter.slides);

  test('gives exactly 18 slides, the last two made of their class', () => {
    expect(slides).toHaveLength(18);
    expect(slides.slice(-2).map(({ classes }) => classes)).toEqual([
      ['page-questions'],
      ['page-tp4'],
    ]);
  });

  test('is reported where its links lead nowhere and where its page comments meet', () => {
    expect(deck.warnings.map(({ line }) => line)).toEqual([
      11, 12, 13, 14, 15, 16, 17, 18, 19, 370,
    ]);
    expect(deck.warnings.at(-1)?.message).toContain('page-*');
  });

  test('leads to another chapter as soon as one is there', () => {
    const two = parseDeck([
      { path: '06-websocket.md', text: SEED },
      { path: '01-html5.md', text: `# HTML5${BREAK}## La suite` },
    ]);
    const plan = two.chapters[0]?.slides[1]?.markdown;
    expect(plan).toContain('- [Introduction](#/html5)\n- JavaScript\n');
    expect(two.chapters.map(({ slides: all }) => all.length)).toEqual([18, 2]);
    expect(two.warnings).toHaveLength(deck.warnings.length - 1);
  });

  test('leaves no marker in what is shown or said', () => {
    for (const { markdown, notes } of slides) {
      expect(`${markdown}\n${notes}`).not.toMatch(/^Notes ?:|\.slide:|\.element:|#\/\d/im);
    }
  });
});

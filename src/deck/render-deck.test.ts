// What slides become in HTML: comments applied, code coloured by classes, nothing that the site’s policy refuses.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parseDeck } from './parse-deck.ts';
import { renderDeck } from './render-deck.ts';

/** Milliseconds: the first block in a language compiles its grammar, on a machine that may be busy. */
const COLD_GRAMMARS = 30_000;
vi.setConfig({ testTimeout: COLD_GRAMMARS });

async function render(
  text: string,
  folder = '/',
): Promise<{ html: string; notes: string; warnings: string[] }> {
  const { chapters, warnings } = await renderDeck(parseDeck([{ path: 'a.md', text }]), folder);
  const slides = chapters.flatMap((chapter) => chapter.slides);
  return {
    html: slides.map(({ html }) => html).join('\n'),
    notes: slides.map(({ notesHtml }) => notesHtml).join('\n'),
    warnings: warnings.map(({ message }) => message),
  };
}

describe('<!-- .element -->', () => {
  test('applies to the element before it', async () => {
    const { html } = await render('Texte\n<!-- .element: class="fragment" data-x="1" -->');
    expect(html).toContain('<p class="fragment" data-x="1">Texte</p>');
  });

  test('applies to its parent when no element is before it', async () => {
    const { html } = await render('- un <!-- .element: class="fragment" -->\n- deux');
    expect(html).toContain('<li class="fragment">un </li>\n<li>deux</li>');
  });

  test('applies to the nearest element, as in reveal.js', async () => {
    const { html } = await render('- un **mot** <!-- .element: class="fragment" -->');
    expect(html).toContain('<strong class="fragment">mot</strong>');
  });

  test('applies to a list, a table or a block of code that stands before it', async () => {
    const { html } = await render(
      '- un\n\n<!-- .element: class="a" -->\n\n```js\nf()\n```\n<!-- .element: class="b" -->',
    );
    expect(html).toContain('<ul class="a">');
    expect(html).toMatch(/<pre class="code[^"]* b"/);
  });

  test('is reported where it has no target', async () => {
    const { html, warnings } = await render('<!-- .element: class="a" -->\n\nTexte');
    expect(html).toContain('<p>Texte</p>');
    expect(warnings).toHaveLength(1);
  });
});

describe('code', () => {
  test('is coloured by classes, without any style attribute', async () => {
    const { html } = await render("```js\nconst a = 'b'; // c\n```");
    expect(html).toContain('<span class="tk-keyword">const</span>');
    expect(html).toContain('<span class="tk-comment">// c</span>');
    expect(html).not.toContain('style=');
  });

  test.each([
    ['```js [1-3|5]', '1 2 3|5'],
    ['```js [1,4-5|]', '1 4 5|'],
    ['``` [2]', '2'],
    ['```js[1|2]', '1|2'],
  ])('%s lights lines %s', async (fence, steps) => {
    const { html, warnings } = await render(`${fence}\na\nb\nc\nd\ne\n\`\`\``);
    expect(html).toContain(`data-steps="${steps}"`);
    expect(warnings).toEqual([]);
  });

  test('takes its steps from an .element comment too', async () => {
    const { html } = await render('```js\na\nb\n```\n<!-- .element: data-line-numbers="1|2" -->');
    expect(html).toContain('data-steps="1|2"');
  });

  test.each(['[9]', '[2-1]', '[x]', '[0]'])(
    'shows the whole block for %s and reports it',
    async (spec) => {
      const { html, warnings } = await render(`\`\`\`js ${spec}\na\nb\n\`\`\``);
      expect(html).not.toContain('data-steps');
      expect(warnings).toHaveLength(1);
    },
  );

  test('in an unknown language is shown plain and reported', async () => {
    const { html, warnings } = await render('```cobol-99\na < b\n```');
    expect(html).toContain('a &#x3C; b');
    expect(warnings).toEqual([expect.stringContaining('cobol-99')]);
  });

  test('carries its caption', async () => {
    const { html } = await render('```js title="serveur.js"\na\n```');
    expect(html).toContain('<figcaption>serveur.js</figcaption>');
  });
});

describe('what the policy refuses', () => {
  test('style, event handlers and scripts are taken out and reported', async () => {
    const { html, warnings } = await render(
      '<p style="color:red" onclick="x()">a</p>\n\n<script>y()</script>',
    );
    expect(html).toContain('<p>a</p>');
    expect(html).not.toMatch(/style|onclick|script/);
    expect(warnings).toHaveLength(3);
  });
});

describe('strict mode', () => {
  const strict = (text: string) =>
    renderDeck(parseDeck([{ path: 'a.md', text }]), '/', { strict: true });

  test('refuses what only rendering can see, with its file and line', async () => {
    await expect(strict('## Un\n\n```cobol-99\nx\n```')).rejects.toThrow(/a\.md, ligne 3/);
  });

  test('accepts a deck without a warning', async () => {
    expect((await strict('## Un')).chapters).toHaveLength(1);
  });
});

describe('warnings', () => {
  test('of notes name the line of the notes', async () => {
    const deck = parseDeck([{ path: 'a.md', text: '## Un\n\nNotes :\nDire\n\n![A](absent.png)' }]);
    expect((await renderDeck(deck, '/')).warnings).toEqual([
      expect.objectContaining({ file: 'a.md', line: 6 }),
    ]);
  });
});

describe('slides made of their class', () => {
  test('say what they are', async () => {
    const { html } = await render('<!-- .slide: class="page-questions" -->');
    expect(html).toBe('<h2>Questions\u202f?</h2>');
  });
});

describe('pictures', () => {
  async function folderWith(name: string, content: string): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'dessins '));
    onTestFinished(async () => {
      await rm(folder, { recursive: true });
    });
    await writeFile(path.join(folder, name), content);
    return folder;
  }

  test('a drawing is put in the page with its text alternative', async () => {
    const folder = await folderWith(
      'un dessin.svg',
      '<?xml version="1.0"?><svg viewBox="0 0 1 1"/>',
    );
    const { html } = await render('![Un schéma](<un dessin.svg>)', folder);
    expect(html).toBe(
      '<figure class="drawing" role="img" aria-label="Un schéma" tabindex="0"><svg aria-hidden="true" viewBox="0 0 1 1"/></figure>',
    );
  });

  test('another picture becomes a data URL', async () => {
    const folder = await folderWith('a.png', 'x');
    expect((await render('![A](a.png)', folder)).html).toContain(
      'src="data:image/png;base64,eA=="',
    );
  });

  test('a picture that is not there leaves its text, and is reported', async () => {
    const { html, warnings } = await render('![Un schéma](absent.png)');
    expect(html).toContain('<em>Un schéma</em>');
    expect(warnings).toEqual([expect.stringContaining('absent.png')]);
  });
});

test('the source file is rendered without any visible marker', async () => {
  const seed = readFileSync(path.join(import.meta.dirname, 'fixtures/06-websocket.md'), 'utf8');
  const { html, notes } = await render(seed);
  const shown = `${html}\n${notes}`.replace(/<[^>]*>/g, '');
  expect(shown).not.toMatch(/Notes ?:|\.slide|<!--|&#x3C;!--/);
  expect(shown).toContain('HTTP/1.1 101 Switching Protocols');
});

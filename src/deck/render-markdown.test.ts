// What one piece of Markdown becomes: listings, embeds, typography, and warnings that name their line.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Embeds } from './embeds.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Milliseconds: the first block in a language compiles its grammar, on a machine that may be busy. */
vi.setConfig({ testTimeout: 30_000 });

const EMBEDS: Embeds = {
  'demo-xor': {
    title: 'Masquer',
    html: (attributes) => `<table><tr><td>${JSON.stringify(attributes)}</td></tr></table>`,
  },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'un support '));
  await writeFile(path.join(folder, 'a.js'), '// #region x\n  a();\n  b();\n// #endregion\n');
  return async () => {
    await rm(folder, { recursive: true });
  };
});

async function render(markdown: string): Promise<{ html: string; warnings: [string, number?][] }> {
  const warnings: [string, number?][] = [];
  const html = await renderMarkdown(markdown, {
    file: path.join(folder, 'a.md'),
    embeds: EMBEDS,
    report: (message, line) => {
      warnings.push(line === undefined ? [message] : [message, line]);
    },
  });
  return { html, warnings };
}

const shown = (html: string): string => html.replace(/<[^>]*>/g, '');

describe('a listing', () => {
  test('is read from the file that its fence names, steps included', async () => {
    const { html, warnings } = await render('```js [2] title="a.js" file="a.js#x"\n```');
    expect(shown(html)).toBe('a.jsa();\nb();');
    expect(html).toContain('data-steps="2"');
    expect(warnings).toEqual([]);
  });

  test.each([
    ['absent.js', 'absent.js'],
    ['a.js#y', '«\u202fy\u202f»'],
  ])('that is not there (%s) leaves nothing, with a warning at its line', async (file, named) => {
    const { html, warnings } = await render(`Texte\n\n\`\`\`js file="${file}"\n\`\`\``);
    expect(html.trim()).toBe('<p>Texte</p>');
    expect(warnings).toEqual([[expect.stringContaining(named), 3]]);
  });

  test('wins over code that the fence also holds, which is reported', async () => {
    const { html, warnings } = await render('```js file="a.js"\nc();\n```');
    expect(shown(html)).toBe('a();\nb();');
    expect(warnings).toHaveLength(1);
  });
});

describe('an embed', () => {
  test('takes its paragraph’s place, filled from the attributes as they were written', async () => {
    const { html, warnings } = await render('<demo-xor data-texte="Hello" hidden></demo-xor>');
    expect(html).toBe(
      '<demo-xor data-texte="Hello" hidden><table><tr><td>{"data-texte":"Hello","hidden":""}</td></tr></table></demo-xor>',
    );
    expect(warnings).toEqual([]);
  });

  test('that nobody knows shows nothing and is reported', async () => {
    const { html, warnings } = await render('Texte\n\n<demo-absente>secours</demo-absente>');
    expect(html.trim()).toBe('<p>Texte</p>');
    expect(warnings).toEqual([[expect.stringContaining('<demo-absente>'), 3]]);
  });

  test.each(['constructor-x', 'has-own-property'])(
    'is never found by chance: <%s>',
    async (tag) => {
      expect((await render(`<${tag}></${tag}>`)).warnings).toHaveLength(1);
    },
  );

  test('quoted in code is code', async () => {
    const { html, warnings } = await render('`<demo-xor></demo-xor>`');
    expect(html).not.toContain('<table');
    expect(warnings).toEqual([]);
  });
});

describe('typography', () => {
  test.each([
    ['Pourquoi ?', 'Pourquoi\u202f?'],
    ['- un : deux', 'un\u00a0: deux'],
    ["L'*API* d'un **`d'`**", 'L’API d’un d&#x27;'],
    ['**20** octets', '20\u00a0octets'],
    ['## « Quand ? »', '«\u202fQuand\u202f?\u202f»'],
    ['| a |\n|---|\n| x ; y |', 'x\u202f; y'],
  ])('%j is set as %j', async (typed, set) => {
    const { html } = await render(typed);
    expect(shown(html).replaceAll("'", '&#x27;')).toContain(set);
  });

  test.each(['`a ? b : c`', '<kbd>a ? b</kbd>', "<samp>l'api ?</samp>", '```text\na ? b ;\n```'])(
    'leaves code alone: %s',
    async (markdown) => {
      const { html } = await render(markdown);
      expect(html).not.toMatch(/[\u202f\u00a0’]/);
    },
  );

  test('sets the description of a picture', async () => {
    const { html } = await render("![L'envoi : un schéma](https://exemple.fr/a.png)");
    expect(html).toContain('alt="L’envoi\u00a0: un schéma"');
  });
});

describe('a table', () => {
  test('without headings has no row for them', async () => {
    const { html } = await render('| | |\n|---|---|\n| a | b |');
    expect(html).not.toMatch(/thead|<th/);
  });

  test('has a plain cell in an empty corner', async () => {
    const { html } = await render('| | x |\n|---|---|\n| a | b |');
    expect(html.replace(/\n/g, '')).toContain(
      '<thead><tr><td></td><th scope="col">x</th></tr></thead>',
    );
  });
});

describe('warnings', () => {
  test('name the line of what they are about', async () => {
    const { warnings } = await render(
      'Un\n\n```cobol-99\nx\n```\n\n<script>x</script>\n\n![A](absent.png)\n\n```js [9]\na\n```',
    );
    expect(warnings.map(([, line]) => line)).toEqual([3, 7, 11, 9]);
  });
});

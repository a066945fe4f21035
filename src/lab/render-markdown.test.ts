// The instructions reach the page highlighted, French, and acceptable to its policy.
import { describe, expect, test } from 'vitest';
import { renderCode, renderInline, renderMarkdown } from './render-markdown.ts';

describe('renderMarkdown()', () => {
  test('writes no style attribute, which the policy would refuse', async () => {
    const html = await renderMarkdown('```js\nconst a = "b"; // c\n```\n\n```http\nHost: a\n```');
    expect(html).not.toContain('style=');
    expect(html).toContain('class="code-keyword"');
  });

  test('sets French spaces in prose and none in code', async () => {
    const html = await renderMarkdown('Pourquoi ? `a ? b : c`');
    expect(html).toContain('Pourquoi\u202f?');
    expect(html).toContain('<code>a ? b : c</code>');
  });

  test('escapes HTML in code', async () => {
    expect(await renderCode('"<script>"')).not.toContain('<script>');
  });
});

describe('renderInline()', () => {
  test('leaves no paragraph around one line', async () => {
    expect(await renderInline('`cle.trim()` suffit.')).toBe('<code>cle.trim()</code> suffit.');
  });
});

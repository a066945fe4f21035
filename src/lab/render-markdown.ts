// Turns an author's Markdown into HTML that the pages' policy accepts: highlighted by classes, never by `style`.
import { createMarkdownProcessor, type RehypePlugin } from '@astrojs/markdown-remark';
import { typeset } from '../i18n/french-typography.ts';

/** What we read of a node of the HTML tree (hast). */
type HtmlNode = {
  readonly type: string;
  readonly tagName?: string;
  value?: string;
  readonly children?: readonly HtmlNode[];
};

const CODE = new Set(['code', 'pre', 'kbd', 'samp']);

/** French spaces everywhere but in code. */
const frenchTypography: RehypePlugin = () => (tree) => {
  setProse(tree);
};

function setProse(node: HtmlNode): void {
  if (node.type === 'text' && node.value !== undefined) node.value = typeset(node.value);
  if (node.tagName !== undefined && CODE.has(node.tagName)) return;
  for (const child of node.children ?? []) setProse(child);
}

/** `style="color:var(--…-token-keyword)"` → `class="code-keyword"`: `style-src 'self'` refuses style attributes. */
function classOfStyle(style: unknown): string | undefined {
  const token = /-token-([\w-]+)\)/.exec(typeof style === 'string' ? style : '');
  return token?.[1] === undefined ? undefined : `code-${token[1]}`;
}

const processor = await createMarkdownProcessor({
  smartypants: false,
  syntaxHighlight: 'shiki',
  shikiConfig: {
    theme: 'css-variables',
    wrap: null,
    transformers: [
      {
        name: 'style-to-class',
        span(node) {
          const name = classOfStyle(node.properties.style);
          delete node.properties.style;
          if (name !== undefined) node.properties.class = name;
        },
        pre(node) {
          delete node.properties.style;
          node.properties.class = 'code';
          node.properties.tabindex = '0';
        },
      },
    ],
  },
  rehypePlugins: [frenchTypography],
});

/** Blocks of Markdown → HTML. */
export async function renderMarkdown(markdown: string): Promise<string> {
  return (await processor.render(markdown)).code;
}

/** One line of Markdown → HTML without its paragraph. */
export async function renderInline(markdown: string): Promise<string> {
  const html = (await renderMarkdown(markdown)).trim();
  return /^<p>(?!.*<p>)(?<line>.*)<\/p>$/s.exec(html)?.groups?.line ?? html;
}

/** A file of JavaScript → highlighted HTML. */
export async function renderCode(source: string): Promise<string> {
  return renderMarkdown(`~~~~js\n${source.trimEnd()}\n~~~~`);
}

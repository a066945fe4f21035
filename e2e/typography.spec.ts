// Every built page is set in French: no straight apostrophe, no breakable space where French forbids one, outside code.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { expect, SITE, test } from './site-test.ts';

/** What is quoted to the letter, or drawn. */
const LITERAL = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'textarea', 'template']);
/** Elements inside a sentence: the text goes on through them. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'em',
  'i',
  'q',
  'small',
  'span',
  'strong',
  'sup',
]);
const SPOKEN = ['title', 'alt', 'ariaLabel', 'placeholder', 'dataLabel'];
/** Stands for code in a sentence. */
const CODE = '\ufffc';

const FAULTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a straight apostrophe', /\p{L}'[\p{L}\ufffc]/u],
  ['three dots', /\.{3}(?!\.)/],
  ['a breakable space before ; ! ?', /[ \t\n][;!?](?![=.\p{L}\d])/u],
  ['a breakable space before a colon', /[ \t\n]:(?![:()/\p{L}\d])/u],
  ['a narrow space before a colon', /(?<!«)\u202f:/],
  ['no fixed space after «', /«(?!\u202f)/],
  ['no fixed space before »', /(?<!\u202f)»/],
];

/** The sentences of a page: text through inline elements, code left out, English too; then what is read aloud only. */
function sentencesOf(root: Root | Element): string[] {
  const sentences: string[] = [''];
  const add = (text: string): void => {
    sentences.push((sentences.pop() ?? '') + text);
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') add(node.value);
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      const lang = node.properties.lang;
      if (typeof lang === 'string' && !lang.startsWith('fr')) {
        add(CODE);
        return;
      }
      for (const name of SPOKEN) {
        const value = node.properties[name];
        // The key row names its signs: « Insérer ; ».
        if (typeof value === 'string' && !/^Insérer \W$/.test(value)) sentences.unshift(value);
      }
      if (LITERAL.has(node.tagName)) {
        add(CODE);
        return;
      }
    }
    const isBlock = node.type === 'root' || !INLINE.has(node.tagName);
    if (isBlock) sentences.push('');
    node.children.forEach(walk);
    if (isBlock) sentences.push('');
  };
  walk(root);
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

const parse = (html: string): Root =>
  raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;

function faultsOf(html: string): string[] {
  return sentencesOf(parse(html)).flatMap((sentence) =>
    FAULTS.flatMap(([name, pattern]) => {
      const at = sentence.search(pattern);
      return at < 0 ? [] : [`${name}: …${sentence.slice(Math.max(0, at - 30), at + 20)}…`];
    }),
  );
}

test('the built pages are set in French', () => {
  const pages = globSync('**/*.html', { cwd: SITE }).sort();
  expect(pages.length).toBeGreaterThan(5);
  const faults = pages.flatMap((page) =>
    faultsOf(readFileSync(path.join(SITE, page), 'utf8')).map((fault) => `${page}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

for (const [name, html] of [
  ['an apostrophe', "<p>l'octet</p>"],
  ['an apostrophe before code', "<p>l'<code>octet</code></p>"],
  ['a space before ?', '<p>Pourquoi ?</p>'],
  ['a space before ? after code', '<p><code>x</code> ?</p>'],
  ['a line break before :', '<p>ceci\n: cela</p>'],
  ['a guillemet', '<p>« mot »</p>'],
  ['dots', '<p>suite...</p>'],
  ['a label', '<a aria-label="L\'accueil">a</a>'],
] as const) {
  test(`${name} would be found`, () => {
    expect(faultsOf(html)).not.toEqual([]);
  });
}

test('code, English and set text are left alone', () => {
  const html =
    '<p>L’<code>a ? b : c</code>\u202f? <i lang="en">What\'s up ?</i> «\u202fmot\u202f»\u00a0: a::b</p><pre>l\'x ?</pre>';
  expect(faultsOf(html)).toEqual([]);
});

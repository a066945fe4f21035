// The glossary as authors write it, and what chapters make of it.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadGlossary, readGlossary, sourceAddress } from './glossary.ts';
import { createTermLinker } from './link-terms.ts';

const entry = (fields: string) =>
  `- fr: clé de masquage\n  en: masking key\n  definition: Quatre octets.\n  source: RFC 6455 §5.3\n${fields}`;

const OURS = path.resolve(import.meta.dirname, '../../../slides');

describe('the glossary', () => {
  test('of our course has at least 45 terms, in French order', async () => {
    const terms = await loadGlossary(OURS);
    expect(terms.length).toBeGreaterThanOrEqual(45);
    const names = terms.map(({ french }) => french);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
    for (const name of ['trame', 'clé de masquage', 'sous-protocole', 'contre-pression'])
      expect(names).toContain(name);
  });

  test('defines each term in one or two sentences', async () => {
    for (const { definition, french } of await loadGlossary(OURS)) {
      const sentences = definition.match(/[.!?](?:\s|$)/g) ?? [];
      expect(sentences.length, french).toBeLessThanOrEqual(2);
    }
  });

  test('is empty where the slides have none', async () => {
    expect(await loadGlossary(path.join(OURS, 'absent'))).toEqual([]);
    expect(readGlossary('')).toEqual([]);
  });

  test.each([
    ['no list', 'a: 1', /liste/],
    ['an unknown field', entry('  autre: x'), /terme 1.*autre/],
    ['a source that is none', entry('').replace('RFC 6455 §5.3', 'Wikipédia'), /source/],
    ['a definition without an end', entry('').replace('octets.', 'octets'), /definition/],
    ['no YAML', '- [', /YAML/],
    [
      'one word for two terms',
      `${entry('')}\n- fr: autre\n  en: masking key\n  definition: Un.\n  source: RFC 6455 §5\n`,
      /masking key.*clé de masquage.*autre/,
    ],
  ])('with %s is refused in a sentence', (_, text, message) => {
    expect(() => readGlossary(text)).toThrow(message);
  });

  test('leads to the section of the RFC', () => {
    expect(sourceAddress('RFC 6455 §5.5.1')).toBe(
      'https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1',
    );
  });
});

describe('links to terms', () => {
  const terms = readGlossary(
    `${entry('')}
- fr: trame
  en: frame
  definition: Unité.
  source: RFC 6455 §5.2
- fr: trame de contrôle
  en: control frame
  definition: Close, Ping ou Pong.
  source: RFC 6455 §5.5
- fr: FIN
  en: FIN
  definition: Un bit.
  source: RFC 6455 §5.2
`,
  );
  const linked = (...pieces: string[]) => pieces.map(createTermLinker(terms)).join('');
  const targets = (html: string) => [...html.matchAll(/href="[^"]*#([^"]*)"/g)].map(([, id]) => id);

  test('go from the first mention only, in the order of reading', () => {
    const html = linked('<p>Une trame, des trames.</p>', '<p>La trame et la clé de masquage.</p>');
    expect(targets(html)).toEqual(['trame', 'cle-de-masquage']);
    expect(html).toContain('>trame</a>, des trames');
  });

  test('take the longest term that stands there, plurals included', () => {
    const html = linked('<p>Les trames de contrôle et les trames.</p>');
    expect(targets(html)).toEqual(['trame-de-controle', 'trame']);
    expect(html).toContain('>trames de contrôle</a>');
  });

  test('never stand in code, titles, links, demos or figures’ captions', () => {
    const closed =
      '<h3>trame</h3><p><code>trame</code> <a href="/x">trame</a></p><demo-xor><p>trame</p></demo-xor><pre>trame</pre>';
    expect(targets(linked(closed)).filter((id) => id !== undefined)).toEqual([]);
  });

  test('do not take a part of a word, nor « fin » for FIN', () => {
    expect(targets(linked('<p>entrames, tramé, à la fin, trame-x</p>'))).toEqual([]);
    expect(targets(linked('<p>le bit FIN</p>'))).toEqual(['fin']);
  });

  test('leave the text as it was', () => {
    const text = '<p>Une trame &#x26; une <em>clé de masquage</em>.</p>';
    expect(linked(text).replace(/<\/?a[^>]*>/g, '')).toBe(text);
  });
});

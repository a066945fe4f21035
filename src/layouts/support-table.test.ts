// The support tables as HTML: a caption, headers in both directions, the data's date, and nothing that needs a script.
import { describe, expect, test } from 'vitest';
import { supportTable } from './support-table.ts';

const table = (name: string): string => supportTable.html({ 'data-de': name });

describe.each(['navigateurs', 'serveurs'])('support-table data-de="%s"', (name) => {
  const html = table(name);

  test('is one table with a caption and headers for rows and columns', () => {
    expect(html.match(/<table /g)).toHaveLength(1);
    expect(html).toMatch(/<caption>\s*\S/);
    const rows = html.match(/<th scope="row">/g) ?? [];
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.length).toBeLessThanOrEqual(7);
    expect(html).not.toMatch(/<th>|<td><\/td>/);
  });

  test('dates its data, and has neither style nor script', () => {
    expect(html).toMatch(/Données de MDN du \d{1,2}(?:er)? \p{L}+ 20\d\d \(version \d/u);
    expect(html).not.toMatch(/style=|<script|on\w+=/);
  });

  test('shows no key of MDN’s that has no French name', () => {
    expect(html).not.toContain('api.');
  });
});

test('the runtimes’ table says that MDN knows nothing of their servers', () => {
  expect(table('serveurs')).toContain('ne disent rien du serveur');
});

test('another table is refused with the names of those there are', () => {
  expect(() => table('poissons')).toThrow('data-de vaut navigateurs ou serveurs');
  expect(() => supportTable.html({})).toThrow('data-de=""');
});

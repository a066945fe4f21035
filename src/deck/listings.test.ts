// Code kept in files beside the slides: a region of it, or all, as it stands on the slide.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cutRegion, readListing } from './listings.ts';

const SERVER = `import { WebSocketServer } from 'ws';

// #region ouvrir
const serveur = new WebSocketServer({ port: 8080 });
// #endregion

function lancer() {
  // #region diffuser
  for (const client of serveur.clients) {
    // #region envoyer
    client.send('Bonjour');
    // #endregion envoyer
  }

  // #endregion diffuser
}
`;

const textOf = (source: string, region = ''): string => {
  const listing = cutRegion(source, 'a.js', region);
  return 'text' in listing ? listing.text : '';
};

describe('cutRegion()', () => {
  test('gives the lines of the region, without markers and common indentation', () => {
    expect(textOf(SERVER, 'ouvrir')).toBe('const serveur = new WebSocketServer({ port: 8080 });');
    expect(textOf(SERVER, 'diffuser')).toBe(
      "for (const client of serveur.clients) {\n  client.send('Bonjour');\n}",
    );
    expect(textOf(SERVER, 'envoyer')).toBe("client.send('Bonjour');");
  });

  test('gives the whole file without its markers when no region is named', () => {
    expect(textOf(SERVER)).not.toContain('region');
    expect(textOf(SERVER).split('\n')).toHaveLength(SERVER.split('\n').length - 7);
  });

  test.each([
    ['<!-- #region a -->\n<p>\n<!-- #endregion -->', '<p>'],
    ['# #region a\necho\n# #endregion', 'echo'],
    ['/* #region a */\np{}\n/* #endregion */', 'p{}'],
    ['  //#region a\r\n\tf();\r\n  //#endregion\r\n', 'f();'],
  ])('knows the comments of several languages: %j', (source, text) => {
    expect(textOf(source, 'a')).toBe(text);
  });

  test('keeps a tab and a space apart in the indentation that lines share', () => {
    expect(textOf('\t a\n\t\tb')).toBe(' a\n\tb');
  });

  test.each([
    ['f();', 'absente'],
    ['// #region b\nf();\n// #endregion', 'absente'],
    ['// #region a\nf();', 'jamais fermée'],
  ])('says of %j that its region is %s', (source, problem) => {
    expect(cutRegion(source, 'a.js', 'a')).toEqual({
      problem: expect.stringContaining(problem) as string,
    });
  });
});

test('readListing() reads beside the Markdown file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'des codes '));
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
  });
  await mkdir(path.join(folder, 'codes'));
  await writeFile(path.join(folder, 'codes/a.js'), SERVER);
  const markdown = path.join(folder, '1-protocole.md');
  expect(await readListing('codes/a.js#envoyer', markdown)).toEqual({
    text: "client.send('Bonjour');",
  });
  expect(await readListing('codes/absent.js', markdown)).toEqual({
    problem: expect.stringContaining('codes/absent.js') as string,
  });
});

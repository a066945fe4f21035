// The fonts are small, and complete for French.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import subsetFont from 'subset-font';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFonts, FACES, PICTURES } from './fonts.ts';
import { parseSfnt, type FontFace } from './sfnt.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const KILOBYTE = 1000;
/** What every French text holds, titles included. */
const EVERYWHERE = '\u202f\u00a0→…œŒ«»’éàçÉÀ';
/** What verdicts, code and prose add. */
const SIGNS = '✓≥≤×·';

describe('buildFonts()', () => {
  let folder: string;
  let files: ReadonlyMap<string, Uint8Array>;
  const faces = new Map<string, FontFace>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'trame-fonts-'));
    files = await buildFonts(ROOT, folder);
    for (const [name, file] of files) {
      const sfnt = await subsetFont(
        Buffer.from(file),
        name === PICTURES.name ? PICTURES.characters : '',
        {
          targetFormat: 'sfnt',
          keepAllGlyphs: name !== PICTURES.name,
        },
      );
      faces.set(name, parseSfnt(sfnt));
    }
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true }));

  test('keeps all faces together under 55 kB', () => {
    const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0);
    expect(bytes).toBeLessThanOrEqual(55 * KILOBYTE);
  });

  test.each(FACES.map((face) => [face.name, face.characters] as const))(
    'draws in %s every sign that French needs there',
    (name, characters) => {
      const face = faces.get(name);
      const needed = characters === 'all' ? EVERYWHERE + SIGNS : EVERYWHERE;
      expect(Array.from(needed).filter((sign) => face?.has(sign) !== true)).toEqual([]);
    },
  );

  test('draws the pictures of line ends, tabs and edge spaces, which verdicts quote', async () => {
    const drawn = Array.from('␍␊␉␀␠').filter((sign) =>
      [...faces.values()].some((face) => face.has(sign)),
    );
    expect(drawn.join('')).toBe('␍␊␉␀␠');
    const css = await readFile(path.join(folder, 'fonts.css'), 'utf8');
    for (const family of ['Trame Mono', 'Trame Sans']) {
      expect(css).toMatch(new RegExp(`'${family}';[^}]*U\\+240d`));
    }
  });

  test('leaves out what no page shows', () => {
    expect(faces.get('sans-400')?.has('Ж')).toBe(false);
  });

  test('gives the same files when called again', async () => {
    expect(await buildFonts(ROOT, folder)).toEqual(files);
  });
});

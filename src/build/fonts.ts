// Cuts the font files of the site down to the characters it shows, and writes the `@font-face` rules for them.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { parseSfnt } from './sfnt.ts';

const require = createRequire(import.meta.url);

type Face = {
  /** Name of the written file, without extension. */
  readonly name: string;
  readonly family: string;
  readonly weight: number;
  /** Absolute path of the whole font. */
  readonly source: string;
  /** Titles need letters and French punctuation, not the signs of code and verdicts. */
  readonly characters: 'all' | 'titles';
  /** A font found on most machines, squeezed to the same width until ours has come. */
  readonly fallback: {
    readonly locals: readonly string[];
    /** Its mean advance over `SAMPLE`, in em, measured on the metric-compatible Liberation fonts. */
    readonly meanAdvance: number;
  };
};

/** French text of the course, over which widths are compared. */
const SAMPLE =
  'Le serveur répond par une trame ; le client la lit, puis envoie sa réponse. Écrivez la poignée de main : vous verrez chaque octet passer.';

/** Source Sans, Serif and Code (SIL Open Font License): the only families tried that draw U+202F. */
export const FACES = [
  {
    name: 'sans-400',
    family: 'Trame Sans',
    weight: 400,
    source: require.resolve('source-sans/TTF/SourceSans3-Regular.ttf'),
    characters: 'all',
    fallback: { locals: ['Arial', 'Liberation Sans', 'Helvetica'], meanAdvance: 0.437 },
  },
  {
    name: 'sans-600',
    family: 'Trame Sans',
    weight: 600,
    source: require.resolve('source-sans/TTF/SourceSans3-Semibold.ttf'),
    characters: 'all',
    fallback: {
      locals: ['Arial Bold', 'Liberation Sans Bold', 'Helvetica Bold'],
      meanAdvance: 0.4681,
    },
  },
  {
    name: 'serif-600',
    family: 'Trame Serif',
    weight: 600,
    source: require.resolve('source-serif/TTF/SourceSerif4Display-Semibold.ttf'),
    characters: 'titles',
    fallback: {
      locals: ['Times New Roman Bold', 'Liberation Serif Bold', 'Times Bold'],
      meanAdvance: 0.4164,
    },
  },
  {
    name: 'mono-400',
    family: 'Trame Mono',
    weight: 400,
    source: require.resolve('source-code-pro/TTF/SourceCodePro-Regular.ttf'),
    characters: 'all',
    fallback: { locals: ['Courier New', 'Liberation Mono', 'Menlo'], meanAdvance: 0.6001 },
  },
] as const satisfies readonly Face[];

/**
 * Pictures of the characters without ink (␍ ␊ ␉ ␀ ␠), which the Source families lack: verdicts quote them.
 * They come from Noto Sans Symbols 2 (SIL Open Font Licence) and join the families that stand beside code, for these signs alone.
 */
export const PICTURES = {
  name: 'pictures-400',
  families: ['Trame Mono', 'Trame Sans'],
  source:
    require.resolve('@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2'),
  characters: '␀␉␊␍␠',
} as const;

/** Characters that French and our signs need even where no page uses them yet. */
const FRENCH = '\u00a0\u202f«»’‘“”…–—·•°œŒæÆàâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ→←↑↓×÷≤≥≠≈✓✗';

/** Signs that stand in titles too; ✓ ≥ and the like never do. */
const TITLE_SIGNS = '\u00a0\u202f«»’…–—·→';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** Everything whose text may reach a screen. */
const WRITTEN = [
  'src/**/*.{ts,astro}',
  // Listings and drawings are shown as they are.
  'slides/**/*.{md,yaml,svg,txt,http,webidl,html,js,json,conf}',
  'labs/**/*.{md,js,ts}',
];

/** Kerning and ligatures of French text; small capitals, old-style figures and the like weigh as much as the letters. */
const FEATURES = ['kern', 'ccmp', 'mark', 'locl', 'calt'];

/**
 * Writes `<name>.woff2` and `fonts.css` into `into`, and returns the bytes of each face.
 * What has not changed since the last call is not computed again.
 */
export async function buildFonts(
  root: string,
  into: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const used = charactersOf(root);
  await mkdir(into, { recursive: true });
  const files = new Map<string, Uint8Array>();
  const rules: string[] = [];
  for (const face of FACES) {
    const source = await readFile(face.source);
    const text =
      face.characters === 'all' ? used : Array.from(used).filter(standsInTitles).join('');
    files.set(face.name, await cached(into, face.name, source, text));
    rules.push(fontFace(face), fallbackFace(face, source));
  }
  const pictures = await readFile(PICTURES.source);
  files.set(PICTURES.name, await cached(into, PICTURES.name, pictures, PICTURES.characters, []));
  rules.push(...PICTURES.families.map(picturesFace));
  const css = `/* Written by src/build/fonts.ts. */\n${rules.join('\n')}\n`;
  await writeFile(path.join(into, 'fonts.css'), css);
  return files;
}

/** Each character of our texts once, sorted, so that the same texts give the same files. */
function charactersOf(root: string): string {
  const texts = globSync(WRITTEN, { cwd: root, exclude: (file) => file.endsWith('.test.ts') }).map(
    (file) => path.join(root, file),
  );
  const found = new Set(ASCII + FRENCH);
  // Beyond the Basic Multilingual Plane our fonts draw nothing: emoji of the examples come from the system.
  for (const file of texts) {
    for (const character of readFileSync(file, 'utf8'))
      if (character.length === 1) found.add(character);
  }
  return [...found]
    .filter((character) => character >= ' ')
    .sort()
    .join('');
}

function standsInTitles(character: string): boolean {
  return ASCII.includes(character) || TITLE_SIGNS.includes(character) || /\p{L}/u.test(character);
}

async function cached(
  into: string,
  name: string,
  source: Buffer,
  text: string,
  keepFeatures: string[] = FEATURES,
): Promise<Buffer> {
  const key = createHash('sha256')
    .update(source)
    .update(text)
    .update(keepFeatures.join())
    .digest('hex');
  const file = path.join(into, `${name}.woff2`);
  const stamp = path.join(into, `${name}.key`);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === key) return readFile(file);
  const font = await subsetFont(source, text, {
    targetFormat: 'woff2',
    keepFeatures,
    noHinting: true,
  });
  await writeFile(file, font);
  await writeFile(stamp, key);
  return font;
}

function fontFace(face: Face): string {
  return `@font-face { font-family: '${face.family}'; font-weight: ${face.weight}; font-display: swap; src: url('./${face.name}.woff2') format('woff2'); }`;
}

/** No browser fetches it before one of its signs is on screen. Two letters share the place of one: they are drawn larger. */
function picturesFace(family: string): string {
  const range = Array.from(PICTURES.characters, (sign) => `U+${sign.charCodeAt(0).toString(16)}`);
  return `@font-face { font-family: '${family}'; font-weight: 400; font-display: swap; size-adjust: 140%; src: url('./${PICTURES.name}.woff2') format('woff2'); unicode-range: ${range.join(', ')}; }`;
}

/** The local font takes our width and our line, so that nothing moves when ours replaces it. */
function fallbackFace(face: Face, source: Buffer): string {
  const font = parseSfnt(source);
  const adjust = font.meanAdvance(SAMPLE) / face.fallback.meanAdvance;
  const percent = (units: number): string =>
    `${((units / font.unitsPerEm / adjust) * 100).toFixed(2)}%`;
  const locals = face.fallback.locals.map((local) => `local('${local}')`).join(', ');
  return (
    `@font-face { font-family: '${face.family} Fallback'; font-weight: ${face.weight}; src: ${locals}; ` +
    `size-adjust: ${(adjust * 100).toFixed(2)}%; ascent-override: ${percent(font.ascent)}; ` +
    `descent-override: ${percent(-font.descent)}; line-gap-override: ${percent(font.lineGap)}; }`
  );
}

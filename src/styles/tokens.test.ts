// The tokens are readable in both themes, and nobody writes a colour or a size beside them.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TOKENS = readFileSync(path.join(ROOT, 'src/styles/tokens.css'), 'utf8');
const THEMES = ['light', 'dark'] as const;

/** `--name: light-dark(#light, #dark)`, the only form in which the tokens give a colour. */
const COLOURS = new Map(
  [...TOKENS.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** Text on each of its grounds: 5:1, above the 4.5:1 of WCAG 1.4.3. */
const TEXT = [
  'ink',
  'muted',
  'accent',
  'accent-strong',
  'pass',
  'fail',
  'frame-fin',
  'frame-opcode',
  'frame-mask',
  'frame-length',
  'frame-payload',
];
const GROUNDS = ['paper', 'raised', 'sunken'];
const PAIRS = [
  ...TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground, 5] as const)),
  ['on-accent', 'accent', 5],
  ['ink', 'accent-soft', 5],
  ['accent', 'accent-soft', 5],
  ['ink', 'pass-soft', 5],
  ['pass', 'pass-soft', 5],
  ['ink', 'fail-soft', 5],
  ['fail', 'fail-soft', 5],
  ['ink', 'selection', 5],
  // Edges of controls, WCAG 1.4.11.
  ['edge', 'paper', 3],
  ['edge', 'raised', 3],
  ['edge', 'sunken', 3],
] as const;

describe('tokens.css', () => {
  test.each(PAIRS)('%s on %s reaches %d:1 in both themes', (text, ground, least) => {
    for (const theme of THEMES) {
      expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
    }
  });

  test('gives every space as a multiple of 4 px', () => {
    const spaces = [...TOKENS.matchAll(/--space-(\d+): ([\d.]+)rem/g)];
    expect(spaces.length).toBeGreaterThan(0);
    for (const [, name, rem] of spaces) {
      expect(Number(rem) * 16).toBe(Number(name));
      expect(Number(name) % 4).toBe(0);
    }
  });

  test('gives the type scale 14, 16, 18, 22, 28, 40, 56', () => {
    const sizes = [...TOKENS.matchAll(/--text-(\d+): ([\d.]+)rem/g)];
    expect(sizes.map(([, , rem]) => Number(rem) * 16)).toEqual([14, 16, 18, 22, 28, 40, 56]);
    expect(sizes.map(([, name]) => Number(name))).toEqual([14, 16, 18, 22, 28, 40, 56]);
  });
});

describe('every other style', () => {
  const files = globSync('src/**/*.{css,astro,ts}', {
    cwd: ROOT,
    exclude: (file) => file.endsWith('.test.ts') || file.endsWith('tokens.css'),
  });

  test('holds no colour literal', () => {
    // A hexadecimal colour, not an anchor (`#/3/2`), a private member (`#port`) or an HTML entity.
    const literal =
      /(?<![&\w'"`/(.])#(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})\b(?=[;,)\s}])|\b(?:rgb|hsl|oklch|oklab|lab|lch|hwb)a?\(\s*[\d.]/i;
    expect(offences(files, literal)).toEqual([]);
  });

  test('names its font sizes', () => {
    const size = /font-size:\s*[\d.]+(?!\d*%|[\d.]*em\b)[a-z]+|fontSize:\s*'[\d.]+(?:px|rem)/;
    expect(offences(files, size)).toEqual([]);
  });
});

function offences(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    styleOf(file, readFileSync(path.join(ROOT, file), 'utf8'))
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
}

/** In a stylesheet every line counts; in code, the lines that write a style. */
function styleOf(file: string, source: string): string {
  if (file.endsWith('.css')) return source;
  const style = /(?:color|background|border|outline|fill|stroke|font)[\w-]*['"]?\s*[:=]/i;
  return source
    .split('\n')
    .filter((line) => style.test(line))
    .join('\n')
    .replaceAll(/['"`]/g, ' ');
}

function colour(name: string, theme: (typeof THEMES)[number]): string {
  const found = COLOURS.get(name);
  if (found === undefined) throw new Error(`tokens.css has no colour ${name}`);
  return found[theme];
}

/** WCAG 2.2, « contrast ratio ». */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// Reads the few numbers of a TrueType file that the site needs: which characters it draws, how wide, how tall.

export type FontFace = {
  /** Units of the em square; every other length of the file is in these units. */
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Negative, below the baseline. */
  readonly descent: number;
  readonly lineGap: number;
  /** Whether a character has a glyph of its own. */
  has(character: string): boolean;
  /** Mean advance of the characters of `text`, in em. */
  meanAdvance(text: string): number;
};

/**
 * Parses an uncompressed TrueType file (`sfnt`).
 * Throws `RangeError` when a table is missing: such a file is not a font a browser would take.
 * Source: the OpenType specification, tables `head`, `hhea`, `hmtx`, `cmap` format 4.
 */
export function parseSfnt(file: Uint8Array): FontFace {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = readDirectory(view);
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new RangeError(`The font has no ${tag} table`);
    return offset;
  };
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const unitsPerEm = view.getUint16(table('head') + 18);
  const longMetrics = view.getUint16(hhea + 34);
  const glyphs = readCharacterMap(view, table('cmap'));
  return {
    unitsPerEm,
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    lineGap: view.getInt16(hhea + 8),
    has: (character) => glyphs.has(character.codePointAt(0) ?? -1),
    meanAdvance: (text) => {
      const characters = Array.from(text);
      const total = characters.reduce((sum, character) => {
        const glyph = glyphs.get(character.codePointAt(0) ?? -1) ?? 0;
        // Past the last long metric every glyph has that metric's advance.
        return sum + view.getUint16(hmtx + 4 * Math.min(glyph, longMetrics - 1));
      }, 0);
      return total / characters.length / unitsPerEm;
    },
  };
}

function readDirectory(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    tables.set(tag, view.getUint32(entry + 8));
  }
  return tables;
}

/** Code point → glyph, of the Basic Multilingual Plane: all that French and our signs need. */
function readCharacterMap(view: DataView, cmap: number): Map<number, number> {
  const subtables = view.getUint16(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    if (view.getUint16(subtable) === 4) return readFormat4(view, subtable);
  }
  throw new RangeError('The font has no character map of format 4');
}

function readFormat4(view: DataView, subtable: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const rangeOffsets = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const start = view.getUint16(starts + segment);
    const end = view.getUint16(ends + segment);
    const delta = view.getInt16(deltas + segment);
    const rangeOffset = view.getUint16(rangeOffsets + segment);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw =
        rangeOffset === 0
          ? code
          : view.getUint16(rangeOffsets + segment + rangeOffset + 2 * (code - start));
      const glyph = rangeOffset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

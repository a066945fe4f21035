// Says of a PDF that Chromium wrote how many pages it has, and what a screen reader finds in it.

export type PdfDescription = {
  readonly pages: number;
  /** Whether its content has a structure: headings, paragraphs, lists, in order. */
  readonly tagged: boolean;
  readonly outline: boolean;
  /** Of the document: `fr`. */
  readonly language: string | undefined;
  readonly title: string | undefined;
};

/** Chromium leaves these objects uncompressed. */
export function describePdf(bytes: Uint8Array): PdfDescription {
  const text = Buffer.from(bytes).toString('latin1');
  return {
    pages: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    tagged: text.includes('/Marked true') && text.includes('/StructTreeRoot'),
    outline: /\/Outlines \d/.test(text),
    language: /\/Lang \(([^)]*)\)/.exec(text)?.[1],
    title: readText(/\/Title (\((?:[^\\)]|\\.)*\)|<[0-9A-Fa-f]*>)/.exec(text)?.[1]),
  };
}

/** A PDF string: Latin 1 in brackets, or UTF-16 in hexadecimal after its byte order mark. */
function readText(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (written.startsWith('(')) return written.slice(1, -1).replace(/\\(.)/g, '$1');
  const units = Buffer.from(written.slice(1, -1), 'hex').subarray(2);
  return units.swap16().toString('utf16le');
}

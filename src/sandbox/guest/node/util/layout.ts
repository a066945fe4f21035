// Where `util.inspect` breaks lines: Node's own arithmetic, so that a student sees the same console.

/** One value, taken apart: what stands before its brace, its braces, and its entries as text. */
export type Parts = {
  readonly prefix: string;
  readonly open: string;
  readonly close: string;
  readonly entries: string[];
  readonly isList: boolean;
};

/** How deep the value is, and how wide a line may be. */
type Context = { readonly level: number; readonly breakLength: number };

/** On one line where Node would: short enough together with what surrounds them. */
function fitsOnOneLine(entries: readonly string[], head: string, context: Context): boolean {
  const around = head.length + context.level * 2 + 10;
  const total = entries.reduce((sum, entry) => sum + entry.length + 2, around);
  return total <= context.breakLength && !entries.some((entry) => entry.includes('\n'));
}

/** Short entries on one line, those of a long list in columns, everything else one per line. */
export function layOut(parts: Parts, base: string | null, context: Context): string {
  const { open, close, prefix } = parts;
  const head = base === null ? `${prefix}${open}` : `${base} ${open}`;
  const isLongList = parts.isList && parts.entries.length > 6;
  const entries = isLongList ? inColumns(parts.entries, context) : parts.entries;
  if (entries === parts.entries && fitsOnOneLine(entries, head, context)) {
    return `${head} ${entries.join(', ')} ${close}`;
  }
  const indent = '  '.repeat(context.level + 1);
  return `${head}\n${indent}${entries.join(`,\n${indent}`)}\n${indent.slice(2)}${close}`;
}

/** Node's own arithmetic (`groupArrayElements`): columns about two and a half times as high as wide. */
function inColumns(entries: string[], context: Context): string[] {
  const hidden = entries.at(-1)?.startsWith('... ') ? entries.slice(-1) : [];
  const shown = hidden.length > 0 ? entries.slice(0, -1) : entries;
  const widest = Math.max(...shown.map((entry) => entry.length));
  const cell = widest + 2;
  const total = shown.reduce((sum, entry) => sum + entry.length + 2, 0);
  const isWorthIt =
    cell * 3 + context.level * 2 < context.breakLength && (total / cell > 5 || widest <= 6);
  if (!isWorthIt || entries.some((entry) => entry.includes('\n'))) return entries;
  const biased = Math.max(cell - 3 - Math.sqrt(cell - total / entries.length), 1);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * biased * shown.length) / biased),
    Math.floor((context.breakLength - context.level * 2) / cell),
    12,
  );
  if (columns <= 1) return entries;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      ...shown.filter((_entry, index) => index % columns === column).map((entry) => entry.length),
    ),
  );
  const isNumeric = shown.every((entry) => /^-?(\d|Infinity|NaN)/.test(entry));
  const rows: string[] = [];
  for (let start = 0; start < shown.length; start += columns) {
    const row = shown.slice(start, start + columns);
    const cells = row.map((entry, column) => {
      const width = widths[column] ?? 0;
      const separator = column === row.length - 1 ? '' : ', ';
      if (isNumeric) return entry.padStart(width) + separator;
      return separator === '' ? entry : `${entry}${separator}`.padEnd(width + 2);
    });
    rows.push(cells.join(''));
  }
  return [...rows, ...hidden];
}

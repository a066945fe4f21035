// Tells code from prose, line by line: no marker of the dialect acts inside a code fence or a code span.

/** Which lines belong to a code fence (its own two lines included), and which fences never close. */
export type FenceMap = {
  readonly fenced: readonly boolean[];
  readonly unclosed: readonly number[];
};

type OpenFence = {
  line: number;
  run: string;
  /** Where a fence that turns out never to close is held to end. */
  escape: number | undefined;
  blank: number;
};

const OPENING = /^\s*(`{3,}|~{3,})(.*)$/;
export const NOTES_MARKER = /^Notes[ \u00a0\u202f]?:/i;

/**
 * Maps the fences of a file. A fence that never closes would swallow every slide after it: it is
 * held to end at the first three blank lines or notes marker, and reported.
 *
 * @param lines the file's lines, without line ends
 */
export function mapFences(lines: readonly string[]): FenceMap {
  const fenced = lines.map(() => false);
  const unclosed: number[] = [];
  let open: OpenFence | undefined;

  const giveUp = (fence: OpenFence, seen: number): number => {
    unclosed.push(fence.line);
    const end = fence.escape ?? lines.length;
    fenced.fill(false, end, seen);
    return end;
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, run = '', info = ''] = OPENING.exec(line) ?? [];
    if (open === undefined) {
      if (run === '' || (run.startsWith('`') && info.includes('`'))) continue;
      fenced[index] = true;
      open = { line: index, run, escape: undefined, blank: 0 };
      continue;
    }
    const sameKind = run.startsWith(open.run);
    // A fence that opens again after a slide break: the first one was forgotten open.
    if (sameKind && info.trim() !== '' && open.escape !== undefined) {
      index = giveUp(open, index) - 1;
      open = undefined;
      continue;
    }
    fenced[index] = true;
    if (sameKind && info.trim() === '') {
      open = undefined;
      continue;
    }
    open.blank = line === '' ? open.blank + 1 : 0;
    if (open.blank === 3 || NOTES_MARKER.test(line)) open.escape ??= index;
    if (index === lines.length - 1 && open.escape !== undefined) {
      index = giveUp(open, lines.length) - 1;
      open = undefined;
    }
  }
  if (open !== undefined) giveUp(open, lines.length);
  return { fenced, unclosed };
}

const CODE_SPAN = /(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\1(?!`)/g;

/**
 * The text with its code blanked out, character for character, so that a pattern found in the
 * result is at the same place in the original and is not code.
 */
export function blankCode(text: string): string {
  const lines = text.split('\n');
  const { fenced } = mapFences(lines);
  return lines
    .map((line, index) => (fenced[index] === true ? ' '.repeat(line.length) : line))
    .join('\n')
    .replace(CODE_SPAN, (span) => span.replace(/[^\n]/g, ' '));
}

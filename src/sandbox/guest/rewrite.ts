// Replaces pieces of a source without ever moving a line, and tells where each column was before.
import { positionAt, type Span } from './module-source.ts';

/** `replacement` has no line break; those of the replaced text are kept after it. */
export type Edit = Span & { readonly replacement: string };

/** A point of a line from which generated columns are `shift` further than the student's. */
type ColumnShift = { readonly line: number; readonly column: number; readonly shift: number };

export type RewrittenSource = {
  readonly text: string;
  /** The student's column for a 1-based position in the rewritten text. */
  readonly originalColumn: (line: number, column: number) => number;
};

/** Applies edits that do not overlap, in any order. */
export function rewriteSource(text: string, edits: readonly Edit[]): RewrittenSource {
  const shifts: ColumnShift[] = [];
  let rewritten = '';
  let cursor = 0;
  let shiftedLine = 0;
  let shift = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const replaced = text.slice(edit.start, edit.end);
    const breaks = replaced.match(/\r\n|[\n\r\u2028\u2029]/g)?.join('') ?? '';
    rewritten += text.slice(cursor, edit.start) + edit.replacement + breaks;
    cursor = edit.end;
    if (breaks !== '') continue;
    const { line, column } = positionAt(text, edit.start);
    if (line !== shiftedLine) shift = 0;
    shiftedLine = line;
    const generatedEnd = column + shift + edit.replacement.length;
    shift += edit.replacement.length - replaced.length;
    shifts.push({ line, column: generatedEnd, shift });
  }
  rewritten += text.slice(cursor);
  return {
    text: rewritten,
    originalColumn: (line, column) => {
      // Called when student code may have patched arrays: plain indices only.
      let original = column;
      for (let index = 0, count = shifts.length; index < count; index += 1) {
        const entry = shifts[index];
        if (entry?.line === line && entry.column <= column) original = column - entry.shift;
      }
      return original < 1 ? 1 : original;
    },
  };
}

// Two versions of a file, line against line: what they share, what only one has, and which words of a line differ.
import { diffArrays, diffWordsWithSpace } from 'diff';

export type LinePart = { readonly text: string; readonly differs: boolean };

export type Line = {
  /** From 1. */
  readonly number: number;
  readonly parts: readonly LinePart[];
};

/** `mine` and `theirs` stand beside each other; a line that only one version has stands alone. */
export type ComparedRow = {
  readonly kind: 'same' | 'changed' | 'only-mine' | 'only-theirs';
  readonly mine: Line | null;
  readonly theirs: Line | null;
};

export type Comparison = {
  readonly rows: readonly ComparedRow[];
  /** Rows of any kind but `same`. */
  readonly differences: number;
};

export type CompareOptions = {
  /** Lines that differ by spaces, tabs or empty lines only are the same. */
  readonly ignoreSpaces?: boolean;
};

/** Lines less alike than this stand apart: their common words are chance. */
const ALIKE = 0.5;

export function compareCode(
  mine: string,
  theirs: string,
  { ignoreSpaces = false }: CompareOptions = {},
): Comparison {
  const read = ignoreSpaces ? withoutSpaces : (line: string) => line;
  const [left, right] = [linesOf(mine), linesOf(theirs)];
  const rows: ComparedRow[] = [];
  const at = { mine: 0, theirs: 0 };
  const changes = diffArrays(left, right, { comparator: (a, b) => read(a) === read(b) });
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) continue;
    const { count, added, removed } = change;
    if (!added && !removed) {
      for (let line = 0; line < count; line += 1) rows.push(same(left, right, at));
      continue;
    }
    const next = changes[index + 1];
    // jsdiff gives what is removed before what replaces it.
    const replaced = removed && next?.added === true ? next.count : 0;
    if (replaced > 0) index += 1;
    const block = {
      mine: left.slice(at.mine, at.mine + (removed ? count : 0)),
      theirs: right.slice(at.theirs, at.theirs + (removed ? replaced : count)),
    };
    rows.push(...differingRows(block, at, ignoreSpaces));
    at.mine += block.mine.length;
    at.theirs += block.theirs.length;
  }
  return { rows, differences: rows.filter(({ kind }) => kind !== 'same').length };
}

/** A final newline is not a line. */
function linesOf(source: string): string[] {
  const lines = source.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function withoutSpaces(line: string): string {
  return line.replaceAll(/\s+/g, '');
}

type Place = { mine: number; theirs: number };

function same(left: readonly string[], right: readonly string[], at: Place): ComparedRow {
  const mine = whole(left[at.mine] ?? '', at.mine, false);
  const theirs = whole(right[at.theirs] ?? '', at.theirs, false);
  at.mine += 1;
  at.theirs += 1;
  return { kind: 'same', mine, theirs };
}

function whole(text: string, index: number, differs: boolean): Line {
  return { number: index + 1, parts: text === '' ? [] : [{ text, differs }] };
}

type Block = { readonly mine: readonly string[]; readonly theirs: readonly string[] };

/** Puts each line of mine beside the next of theirs that is like it, without crossing. */
function differingRows(block: Block, at: Place, ignoreSpaces: boolean): readonly ComparedRow[] {
  const rows: ComparedRow[] = [];
  let next = 0;
  const alone = (kind: 'only-mine' | 'only-theirs', text: string, index: number): void => {
    const isBlank = ignoreSpaces && withoutSpaces(text) === '';
    const line = whole(text, index, !isBlank);
    const [mine, theirs] = kind === 'only-mine' ? [line, null] : [null, line];
    rows.push({ kind: isBlank ? 'same' : kind, mine, theirs });
  };
  for (const [index, text] of block.mine.entries()) {
    const match = block.theirs.findIndex(
      (other, place) => place >= next && likeness(text, other) >= ALIKE,
    );
    if (match === -1) {
      alone('only-mine', text, at.mine + index);
      continue;
    }
    for (; next < match; next += 1)
      alone('only-theirs', block.theirs[next] ?? '', at.theirs + next);
    const words = changedWords(text, block.theirs[match] ?? '', ignoreSpaces);
    rows.push({
      kind: 'changed',
      mine: { number: at.mine + index + 1, parts: words.mine },
      theirs: { number: at.theirs + match + 1, parts: words.theirs },
    });
    next = match + 1;
  }
  for (; next < block.theirs.length; next += 1) {
    alone('only-theirs', block.theirs[next] ?? '', at.theirs + next);
  }
  return rows;
}

/** 0 to 1: the part of their words that two lines share (Dice). */
function likeness(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.length + right.length === 0) return 1;
  const rest = [...right];
  let common = 0;
  for (const word of left) {
    const place = rest.indexOf(word);
    if (place === -1) continue;
    rest.splice(place, 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

function wordsOf(line: string): readonly string[] {
  return line.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? [];
}

function changedWords(mine: string, theirs: string, ignoreSpaces: boolean) {
  const changes = diffWordsWithSpace(mine, theirs);
  const side = (mark: 'added' | 'removed', other: 'added' | 'removed'): readonly LinePart[] =>
    changes
      .filter((change) => !change[other])
      .map((change) => ({
        text: change.value,
        differs: change[mark] && !(ignoreSpaces && withoutSpaces(change.value) === ''),
      }));
  return { mine: side('removed', 'added'), theirs: side('added', 'removed') };
}

// Reads which lines a code block lights, step by step: ` ```js [1-3|5|7] `, with reveal's own grammar.

/** The lines of each step, one-based; a step without lines lights the whole block. */
export type CodeSteps = readonly (readonly number[])[];

export type CodeFenceInfo = {
  readonly language: string;
  /** The text between brackets, where there is any. */
  readonly steps: string | undefined;
  /** The caption given by `title="…"`. */
  readonly title: string | undefined;
  /** The listing named by `file="…"`, beside the Markdown file. */
  readonly file: string | undefined;
};

/** Reads a fence's info string: `js [1-3|5] title="serveur.js" file="codes/serveur.js#diffuser"`. */
export function readFenceInfo(info: string): CodeFenceInfo {
  return {
    language: /^[^\s[{]*/.exec(info.trim())?.[0] ?? '',
    // Not what quotes hold: a file's name may have brackets.
    steps: /\[([^\]]*)\]/.exec(info.replace(/"[^"]*"/g, ''))?.[1]?.trim(),
    title: /\btitle="([^"]*)"/.exec(info)?.[1],
    file: /\bfile="([^"]*)"/.exec(info)?.[1],
  };
}

/**
 * Reads `1-3|5,7|` for a block of `lineCount` lines.
 *
 * @returns undefined where the text names no line of the block
 */
export function readCodeSteps(spec: string, lineCount: number): CodeSteps | undefined {
  // reveal allows an offset for printed line numbers, `[5: 1-3|5]`; ours always count from 1.
  const steps = spec.replace(/^\s*\d*\s*:/, '').split('|');
  const read = steps.map((step) => readLines(step, lineCount));
  return read.every((lines) => lines !== undefined) ? read : undefined;
}

function readLines(step: string, lineCount: number): readonly number[] | undefined {
  if (step.trim() === '') return [];
  const lines = new Set<number>();
  for (const range of step.split(',')) {
    const [, first, last] = /^\s*(\d+)\s*(?:-\s*(\d+))?\s*$/.exec(range) ?? [];
    if (first === undefined) return undefined;
    const from = Number(first);
    const to = Number(last ?? first);
    if (from < 1 || to < from || to > lineCount) return undefined;
    for (let line = from; line <= to; line += 1) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

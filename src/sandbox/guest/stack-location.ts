// Finds the student's line in a stack trace, whatever the student's code has done to the built-ins since.
import type { SourceLocation } from '../../evidence/evidence.ts';
import { apply, methodOf } from '../../evidence/primordials.ts';

/** A file that stacks may name, by its blob URL or its `file:` address. */
export type TracedFile = {
  readonly file: string;
  /** Lines beyond are ours. */
  readonly lines: number;
  originalColumn(line: number, column: number): number;
};

/** Looked up by URL; has no prototype, so that no patched one answers. */
export type TracedFiles = Readonly<Record<string, TracedFile>>;

/** V8 writes `at f (URL:line:column)`, SpiderMonkey and JavaScriptCore `f@URL:line:column`. */
const FRAME = /((?:file:\/\/\/|blob:)[^\s()]*?):(\d+):(\d+)/g;
const exec = methodOf(RegExp.prototype, 'exec') as (
  pattern: RegExp,
  text: string,
) => RegExpExecArray | null;
const toNumber = Number;

/** The first frame of `stack` that is in a student's file. */
export function locateInStack(stack: string, files: TracedFiles): SourceLocation | null {
  FRAME.lastIndex = 0;
  for (let frame = exec(FRAME, stack); frame !== null; frame = exec(FRAME, stack)) {
    const traced = files[frame[1] ?? ''];
    const line = toNumber(frame[2]);
    if (traced === undefined || line > traced.lines) continue;
    const column = apply(traced.originalColumn, undefined, [line, toNumber(frame[3])]) as number;
    return { file: traced.file, line, column };
  }
  return null;
}

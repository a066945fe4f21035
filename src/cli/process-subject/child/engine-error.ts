// Reads what V8 and Node say when a module cannot be compiled or linked.
import { spawnSync } from 'node:child_process';
import type { SourceLocation } from '../../../evidence/evidence.ts';
import type { FailedLoad } from '../../../realm/outcome.ts';

/** V8's sentence for a name that is not exported, with the specifier as the student wrote it. */
const MISSING_EXPORT = /requested module '(.+)' does not provide an export named '(.+)'/;

/** Node's own frames under a compilation and a linking: an evaluation has the student's frames instead. */
const COMPILING = /\bat (?:compileSourceTextModule|#asyncInstantiate)\b/;

export type Sources = {
  /** The student's path of an address, `null` when it is not one of their files. */
  readonly pathOf: (address: string) => string | null;
  /** Where the file that was compiled last lies on disk, and its path for the student. */
  readonly lastCompiled: () => { readonly path: string; readonly onDisk: string } | null;
};

/** The failure that `error` tells of, or `null` when the student's code threw it itself. */
export function readEngineError(error: unknown, sources: Sources): FailedLoad | null {
  if (!(error instanceof SyntaxError) || !COMPILING.test(error.stack ?? '')) return null;
  const [, specifier, name] = MISSING_EXPORT.exec(error.message) ?? [];
  if (specifier !== undefined && name !== undefined) {
    const location = decorated(error.stack ?? '', sources.pathOf);
    const from = location?.file ?? '';
    return { status: 'missing-export', name, specifier, from, location };
  }
  return { status: 'syntax', message: error.message, location: checkSyntax(sources) };
}

/** An error about a file starts with `address:line`, the line itself, and carets under the culprit. */
function decorated(
  text: string,
  pathOf: (address: string) => string | null,
): SourceLocation | null {
  const [, address = '', line = '', carets = ''] = /^(.+):(\d+)\n[^\n]*\n( *\^)/m.exec(text) ?? [];
  const file = pathOf(address);
  return file === null ? null : { file, line: Number(line), column: carets.length || null };
}

/** Node tells the line of a syntax error on its standard error only; a check of the one file costs 40 ms. */
function checkSyntax(sources: Sources): SourceLocation | null {
  const file = sources.lastCompiled();
  if (file === null) return null;
  const { stderr } = spawnSync(process.execPath, ['--no-warnings', '--check', file.onDisk], {
    encoding: 'utf8',
    env: {},
    timeout: 1_000,
  });
  return decorated(stderr, (address) => (address === file.onDisk ? file.path : null));
}

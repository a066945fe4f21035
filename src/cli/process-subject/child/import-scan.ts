// Follows the static imports of the student's files before anything runs, to say what leads nowhere or in circles.
import { init, parse } from 'es-module-lexer/minimal';
import { LoadFailure } from '../../../realm/load-failure.ts';
import type { FailedLoad } from '../../../realm/outcome.ts';
import type { Resolution } from '../../../realm/resolve.ts';

export type ScannedFiles = {
  /** The text of a file, by path. */
  read(file: string): string | undefined;
  resolve(specifier: string, from: string): Resolution;
};

/** Throws `LoadFailure` for the first import, in the order of evaluation, that cannot be followed. */
export async function scanImports(modules: readonly string[], files: ScannedFiles): Promise<void> {
  await init();
  const seen = new Set<string>();
  for (const module of modules) {
    if (files.read(module) === undefined) {
      fail({ status: 'missing-import', specifier: module, from: '', location: null });
    }
    scanFile(module, [], seen, files);
  }
}

function scanFile(
  file: string,
  importers: readonly string[],
  seen: Set<string>,
  files: ScannedFiles,
): void {
  const start = importers.indexOf(file);
  if (start >= 0) fail({ status: 'cycle', files: importers.slice(start) });
  if (seen.has(file)) return;
  const text = files.read(file) ?? '';
  const chain = [...importers, file];
  for (const { specifier, offset } of staticImports(text)) {
    const resolution = files.resolve(specifier, file);
    const origin = { specifier, from: file, location: locate(text, offset, file) };
    if (resolution.kind === 'missing') fail({ status: 'missing-import', ...origin });
    if (resolution.kind === 'forbidden') fail({ status: 'forbidden-import', ...origin });
    if (resolution.kind === 'file') scanFile(resolution.file, chain, seen, files);
  }
  seen.add(file);
}

type StaticImport = { readonly specifier: string; readonly offset: number };

/** A text that the lexer cannot read has none: the engine will say why better than it does. */
function staticImports(text: string): readonly StaticImport[] {
  try {
    const [imports] = parse(text);
    return imports.flatMap(({ n, s, d }) =>
      d === -1 && n !== undefined ? [{ specifier: n, offset: s }] : [],
    );
  } catch {
    return [];
  }
}

function locate(text: string, offset: number, file: string) {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function fail(outcome: FailedLoad): never {
  throw new LoadFailure(outcome);
}

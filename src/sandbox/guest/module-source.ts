// What one file of the student says about modules: imports, exports, and where each stands.
import { parse } from 'es-module-lexer/minimal/js';
import { readImportClause, type ImportedName } from './import-clause.ts';

/** Offsets are in the file's text; `end` is exclusive. */
export type Span = { readonly start: number; readonly end: number };

export type StaticImport = {
  readonly specifier: string;
  /** The specifier without its quotes. */
  readonly span: Span;
  /** `with { type: 'json' }`, or `null`. */
  readonly attributes: (Span & { readonly type: string | null }) | null;
  readonly names: readonly ImportedName[];
  readonly isStarReexport: boolean;
};

export type ModuleSource = {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly StaticImport[];
  /** The keyword of each `import(…)`. */
  readonly dynamicImports: readonly Span[];
  /** The literal specifiers of `import('…')`, to link these files too. */
  readonly dynamicSpecifiers: readonly string[];
  /** Each `import.meta`. */
  readonly metas: readonly Span[];
  readonly exports: readonly string[];
};

/** The lexer could not read the file; the engine will say why better than it does. */
export type UnreadableSource = {
  readonly file: string;
  readonly text: string;
  readonly unreadable: true;
};

const IMPORT_KEYWORD_LENGTH = 'import'.length;

export function readModuleSource(file: string, text: string): ModuleSource | UnreadableSource {
  let lexed: ReturnType<typeof parse>;
  try {
    lexed = parse(text, file);
  } catch {
    return { file, text, unreadable: true };
  }
  const [imports, exports] = lexed;
  const statics: StaticImport[] = [];
  const dynamicImports: Span[] = [];
  const dynamicSpecifiers: string[] = [];
  const metas: Span[] = [];
  for (const entry of imports) {
    if (entry.d === -2) metas.push({ start: entry.ss, end: entry.se });
    else if (entry.d >= 0) {
      dynamicImports.push({ start: entry.ss, end: entry.ss + IMPORT_KEYWORD_LENGTH });
      if (entry.n !== undefined) dynamicSpecifiers.push(entry.n);
    } else if (entry.n !== undefined) {
      statics.push({
        specifier: entry.n,
        span: { start: entry.s, end: entry.e },
        attributes: readAttributes(text, entry.e + 1, entry.se, entry.a),
        ...readImportClause(text.slice(entry.ss, entry.s - 1), entry.ss),
      });
    }
  }
  return {
    file,
    text,
    imports: statics,
    dynamicImports,
    dynamicSpecifiers,
    metas,
    exports: exports.map(({ n }) => n),
  };
}

/** `from` is just after the closing quote of the specifier, `open` at the brace. */
function readAttributes(text: string, from: number, end: number, open: number) {
  if (open < 0) return null;
  const type = /\btype["']?\s*:\s*["']([^"']*)["']/.exec(text.slice(open, end))?.[1] ?? null;
  return { start: from, end, type };
}

/** 1-based line and column of an offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split(LINE_BREAK).length;
  const lineStart = Math.max(
    before.lastIndexOf('\n'),
    before.lastIndexOf('\r'),
    before.lastIndexOf('\u2028'),
    before.lastIndexOf('\u2029'),
  );
  return { line, column: offset - lineStart };
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

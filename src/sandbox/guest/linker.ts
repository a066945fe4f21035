// Turns the student's files into linked blob modules: every specifier resolved, every failure said before anything runs.
import type { SourceLocation } from '../../evidence/evidence.ts';
import { LoadFailure } from '../../realm/load-failure.ts';
import type { FailedLoad } from '../../realm/outcome.ts';
import { attributeProblem, isScript } from './attribute-problem.ts';
import { readJsonModule } from './json-module.ts';
import { moduleUrl, type ModuleRegistry } from './module-registry.ts';
import {
  positionAt,
  readModuleSource,
  type ModuleSource,
  type StaticImport,
} from './module-source.ts';
import { resolveSpecifier, type ResolvableModules, type Resolution } from '../../realm/resolve.ts';
import { rewriteSource, type Edit, type RewrittenSource } from './rewrite.ts';
import { scopeEdits, scopeFooter, scopeName } from './scope-edits.ts';

/** A module that the student may import beside their own files. `names` are its named exports. */
export type Builtin = {
  readonly value: unknown;
  readonly names: readonly string[];
  /** Imported bare only (`ws`, never `node:ws`), and only where the step allows it. */
  readonly isPackage: boolean;
};

export type LinkerOptions = {
  readonly files: Readonly<Record<string, string>>;
  /** By name, without `node:`: everything that may be imported here. */
  readonly builtins: ReadonlyMap<string, Builtin>;
  readonly registry: ModuleRegistry;
  /** What else is written into a file, by its text and the name of the scope in it; none by default. */
  readonly instrument?: Instrument | undefined;
};

export type Instrument = (
  text: string,
  scope: string,
) =>
  | { readonly status: 'read'; readonly edits: readonly Edit[] }
  | {
      readonly status: 'syntax';
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

/** A file that can be imported. `unreadable` ones are given to the engine as they are: it names the mistake best. */
export type LinkedModule = {
  readonly file: string;
  readonly url: string;
  readonly text: string;
  readonly exports: ReadonlySet<string>;
  /** Every file of its graph, imported ones first, itself last. */
  readonly graph: readonly string[];
  readonly dynamicSpecifiers: readonly string[];
  /** Whether an `import()` of its has a specifier that only running it tells. */
  readonly computesImports: boolean;
  readonly source: RewrittenSource;
  readonly unreadable: boolean;
};

type Linked =
  | { readonly status: 'linked'; readonly module: LinkedModule }
  | { readonly status: 'failed'; readonly failure: FailedLoad };

export class Linker {
  readonly #files: ReadonlyMap<string, string>;
  readonly #builtins: ReadonlyMap<string, Builtin>;
  readonly #registry: ModuleRegistry;
  readonly #instrument: Instrument | undefined;
  readonly #linked = new Map<string, Linked>();
  readonly #builtinUrls = new Map<string, string>();
  readonly #resolvable: ResolvableModules;

  constructor({ files, builtins, registry, instrument }: LinkerOptions) {
    this.#files = new Map(Object.entries(files));
    this.#builtins = builtins;
    this.#registry = registry;
    this.#instrument = instrument;
    this.#resolvable = {
      hasFile: (file) => this.#files.has(file),
      hasBuiltin: (name) => builtins.has(name),
      isPackage: (name) => builtins.get(name)?.isPackage === true,
    };
  }

  /** The URLs of literal `import('…')`, by importing file and specifier, a line each. */
  readonly literalUrls = new Map<string, string>();

  /**
   * Links the scripts that `entries` can reach, so that nothing is left to do once student code may have patched the
   * realm. The address of a module takes the browser a millisecond: of those that nothing imports none is made. Only an
   * `import()` whose specifier is computed can reach any of them.
   */
  linkFrom(entries: readonly string[]): readonly LinkedModule[] {
    const modules = new Map<string, LinkedModule>();
    const waiting = [...entries];
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (modules.has(file) || !this.#files.has(file) || !isScript(file)) continue;
      const linked = this.#link(file, []);
      if (linked.status === 'failed') continue;
      const { graph, dynamicSpecifiers, computesImports } = linked.module;
      modules.set(file, linked.module);
      waiting.push(...graph);
      for (const specifier of dynamicSpecifiers) {
        const url = this.urlOf(specifier, file);
        if (url !== null) this.literalUrls.set(`${file}\n${specifier}`, url);
        const resolution = this.resolve(specifier, file);
        if (resolution.kind === 'file') waiting.push(resolution.file);
      }
      if (computesImports) waiting.push(...this.#files.keys());
    }
    return [...modules.values()];
  }

  /** What `import()` of `specifier` loads in `file`; `null` when it leads nowhere. */
  urlOf(specifier: string, file: string): string | null {
    const resolution = this.resolve(specifier, file);
    if (resolution.kind === 'builtin') return this.#builtinUrl(resolution.name);
    if (resolution.kind !== 'file') return null;
    const linked = this.#link(resolution.file, []);
    return linked.status === 'linked' ? linked.module.url : null;
  }

  /** Throws `LoadFailure` when the file, or one that it imports, cannot be linked. */
  module(file: string): LinkedModule {
    const linked = this.#files.has(file)
      ? this.#link(file, [])
      : failed({ status: 'missing-import', specifier: file, from: '', location: null });
    if (linked.status === 'failed') throw new LoadFailure(linked.failure);
    return linked.module;
  }

  resolve(specifier: string, from: string): Resolution {
    return resolveSpecifier(specifier, from, this.#resolvable);
  }

  #builtinUrl(name: string): string {
    const known = this.#builtinUrls.get(name);
    if (known !== undefined) return known;
    const builtin = this.#builtins.get(name);
    const url = this.#registry.facade(builtin?.value, builtin?.names ?? []);
    this.#builtinUrls.set(name, url);
    return url;
  }

  #link(file: string, importers: readonly string[]): Linked {
    const known = this.#linked.get(file);
    if (known !== undefined) return known;
    // Blob URLs are made from finished texts, so a cycle of them cannot exist; and a beginner's cycle is a mistake.
    const start = importers.indexOf(file);
    if (start >= 0) return failed({ status: 'cycle', files: importers.slice(start) });
    const linked = this.#linkNew(file, [...importers, file]);
    this.#linked.set(file, linked);
    return linked;
  }

  #linkNew(file: string, chain: readonly string[]): Linked {
    const text = this.#files.get(file) ?? '';
    if (file.endsWith('.json')) return this.#linkJson(file, text);
    const added = this.#instrument?.(text, scopeName(text));
    if (added?.status === 'syntax') {
      const { message, line, column } = added;
      return failed({ status: 'syntax', message, location: { file, line, column } });
    }
    const source = readModuleSource(file, text);
    if ('unreadable' in source) {
      return linkedWhole(file, moduleUrl(text), text, { exports: [], isUnreadable: true });
    }
    const exports = new Set(source.exports);
    const graph = new Set<string>();
    const edits: Edit[] = [];
    for (const statement of source.imports) {
      const target = this.#linkImport(source, statement, chain);
      if ('status' in target) return target;
      if (statement.isStarReexport) {
        for (const name of target.exports) if (name !== 'default') exports.add(name);
      }
      for (const imported of target.graph) graph.add(imported);
      edits.push({ ...statement.span, replacement: target.url });
      if (statement.attributes) edits.push({ ...statement.attributes, replacement: '' });
    }
    const additions = added?.edits ?? [];
    const rewritten = rewriteSource(text, [...edits, ...scopeEdits(source), ...additions]);
    const footer = scopeFooter(source, this.#registry.url, additions.length > 0);
    const module: LinkedModule = {
      file,
      url: moduleUrl(rewritten.text + footer),
      text: rewritten.text + footer,
      exports,
      graph: [...graph, file],
      dynamicSpecifiers: source.dynamicSpecifiers,
      computesImports: source.dynamicImports.length > source.dynamicSpecifiers.length,
      source: rewritten,
      unreadable: false,
    };
    return { status: 'linked', module };
  }

  /** What `statement` imports, ready, or why it cannot be. */
  #linkImport(
    source: ModuleSource,
    statement: StaticImport,
    chain: readonly string[],
  ): Pick<LinkedModule, 'url' | 'exports' | 'graph'> | Extract<Linked, { status: 'failed' }> {
    const { specifier } = statement;
    const origin = {
      specifier,
      from: source.file,
      location: locationAt(source, statement.span.start),
    };
    const resolution = this.resolve(specifier, source.file);
    let target: Pick<LinkedModule, 'url' | 'exports' | 'graph' | 'unreadable'>;
    switch (resolution.kind) {
      case 'missing':
        return failed({ status: 'missing-import', ...origin });
      case 'forbidden':
        return failed({ status: 'forbidden-import', ...origin });
      case 'builtin': {
        const names = this.#builtins.get(resolution.name)?.names ?? [];
        const exports = new Set(['default', ...names]);
        const url = this.#builtinUrl(resolution.name);
        target = { url, exports, graph: [], unreadable: false };
        break;
      }
      case 'file': {
        const problem = attributeProblem(resolution.file, statement, origin.location);
        if (problem) return failed(problem);
        const linked = this.#link(resolution.file, chain);
        if (linked.status === 'failed') return linked;
        target = linked.module;
        break;
      }
    }
    // The names of a file that cannot be read are unknown: its syntax error is what matters.
    const missing = statement.names.find(({ name }) => !target.exports.has(name));
    if (missing === undefined || target.unreadable) return target;
    return failed({
      status: 'missing-export',
      name: missing.name,
      ...origin,
      location: locationAt(source, missing.at),
    });
  }

  #linkJson(file: string, text: string): Linked {
    const json = readJsonModule(file, text);
    if (json.status === 'failed') return failed(json.failure);
    const url = this.#registry.facade(json.value, []);
    return linkedWhole(file, url, text, { exports: ['default'], isUnreadable: false });
  }
}

function failed(failure: FailedLoad): Extract<Linked, { status: 'failed' }> {
  return { status: 'failed', failure };
}

/** A file whose text is given as it is: JSON, or what only the engine can refuse. */
function linkedWhole(
  file: string,
  url: string,
  text: string,
  { exports, isUnreadable }: { exports: readonly string[]; isUnreadable: boolean },
): Linked {
  const module: LinkedModule = {
    file,
    url,
    text,
    exports: new Set(exports),
    graph: isUnreadable ? [file] : [],
    dynamicSpecifiers: [],
    computesImports: false,
    source: rewriteSource(text, []),
    unreadable: isUnreadable,
  };
  return { status: 'linked', module };
}

function locationAt(source: ModuleSource, offset: number): SourceLocation {
  return { file: source.file, ...positionAt(source.text, offset) };
}

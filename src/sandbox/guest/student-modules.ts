// The student's modules as the agent sees them: opened before any of them runs, imported one by one, located in stacks.
import { define, get, ownKeys } from '../../evidence/primordials.ts';
import { LoadFailure } from '../../realm/load-failure.ts';
import type { LoadCommand } from '../../realm/protocol.ts';
import { Addresses } from './addresses.ts';
import { fileUrl } from './attribute-problem.ts';
import { Linker, type Builtin, type Instrument, type LinkedModule } from './linker.ts';
import { moduleUrl, type ModuleRegistry } from './module-registry.ts';
import { createModuleScope } from './module-scope.ts';
import { syntaxFault } from './syntax-check.ts';

type Namespace = { readonly module: object };

export class StudentModules {
  readonly #registry: ModuleRegistry;
  readonly #builtins: ReadonlyMap<string, Builtin>;
  readonly #instrument: Instrument | undefined;
  /** Without prototypes: read when student code may have patched maps and objects. */
  readonly #modules = Object.create(null) as Record<string, LinkedModule>;
  readonly #entryUrls = Object.create(null) as Record<string, string>;
  /** Where the files opened were put. */
  readonly addresses = new Addresses();

  constructor(
    registry: ModuleRegistry,
    builtins: ReadonlyMap<string, Builtin>,
    instrument?: Instrument,
  ) {
    this.#registry = registry;
    this.#builtins = builtins;
    this.#instrument = instrument;
  }

  /** Links everything; throws `LoadFailure` when a module to load cannot be. No student code runs. */
  open({ files, modules, packages }: LoadCommand): void {
    const builtins = new Map(
      [...this.#builtins].filter(([name, { isPackage }]) => !isPackage || packages.includes(name)),
    );
    const linker = new Linker({
      files,
      builtins,
      registry: this.#registry,
      instrument: this.#instrument,
    });
    createModuleScope(linker, this.#registry.scope, Object.keys(files));
    for (const module of linker.linkFrom(modules)) {
      this.#modules[module.file] = module;
      this.#address(module);
    }
    for (const file of modules) {
      const module = linker.module(file);
      // Through a namespace: a module that exports `then` would otherwise be taken for a promise by `import()`.
      this.#entryUrls[file] = moduleUrl(
        `import * as module from ${JSON.stringify(module.url)};\nexport { module };`,
      );
    }
  }

  /** Throws `LoadFailure` on a syntax error, else whatever the module threw. */
  async import(file: string): Promise<object> {
    const url = this.#entryUrls[file];
    if (url === undefined) throw new Error(`${file} was not opened`);
    try {
      return withoutThen(((await import(url)) as Namespace).module);
    } catch (error) {
      const failure = await this.#syntaxFailure(this.#modules[file]?.graph ?? []);
      throw failure ?? error;
    }
  }

  /** Of ours, and no `then` in it: it needs no second module, whose address alone takes milliseconds to make. */
  async importSource(source: string): Promise<object> {
    return (await import(moduleUrl(source))) as object;
  }

  /** The first file of the graph that does not parse. Its line is for the page to find, in a realm that can tell. */
  async #syntaxFailure(graph: readonly string[]): Promise<LoadFailure | null> {
    for (let index = 0, count = graph.length; index < count; index += 1) {
      const file = graph[index] ?? '';
      const module = this.#modules[file];
      if (module === undefined) continue;
      const message = await syntaxFault(module.text);
      if (message === null) continue;
      return new LoadFailure({
        status: 'syntax',
        message,
        location: { file, line: 1, column: null },
      });
    }
    return null;
  }

  #address({ file, url, source }: LinkedModule): void {
    const addresses = [url, fileUrl(file)];
    this.addresses.add({ file, addresses, originalColumn: source.originalColumn });
  }
}

/** A promise for a namespace that exports `then` would call it: such a namespace is given without. */
function withoutThen(namespace: object): object {
  if (!('then' in namespace)) return namespace;
  const copy = Object.create(null) as object;
  const names = ownKeys(namespace);
  for (let index = 0, count = names.length; index < count; index += 1) {
    const name = names[index];
    if (name !== undefined && name !== 'then') define(copy, name, get(namespace, name));
  }
  return copy;
}

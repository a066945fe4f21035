// Loads the student's files under real Node by the rules of the page: the same imports, the same failures.
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ALLOWED_BUILTINS } from '../../../realm/allowed-modules.ts';
import { LoadFailure } from '../../../realm/load-failure.ts';
import type { LoadCommand } from '../../../realm/protocol.ts';
import { resolveSpecifier, type Resolution } from '../../../realm/resolve.ts';
import { readEngineError } from './engine-error.ts';
import { scanImports } from './import-scan.ts';

export class StudentModules {
  readonly #folder: string;
  /** Address of the folder, with its final `/`. */
  readonly #root: string;
  #files = new Map<string, string>();
  #packages: readonly string[] = [];
  #lastCompiled: string | null = null;

  constructor(folder: string) {
    this.#folder = folder;
    this.#root = `${pathToFileURL(folder).href}/`;
    registerHooks({
      resolve: (specifier, context, next) => {
        const from = this.pathOf(context.parentURL ?? '');
        if (from === null) return next(specifier, context);
        const resolution = this.#resolve(specifier, from);
        switch (resolution.kind) {
          case 'file':
            return next(this.#addressOf(resolution.file), context);
          case 'builtin':
            return this.#packages.includes(resolution.name)
              ? next(resolution.name, { ...context, parentURL: import.meta.url })
              : next(`node:${resolution.name}`, context);
          case 'missing':
          case 'forbidden':
            throw notFound(specifier, from);
        }
      },
      load: (url, context, next) => {
        this.#lastCompiled = this.pathOf(url) ?? this.#lastCompiled;
        return next(url, context);
      },
    });
  }

  /** Throws `LoadFailure` for an import that leads nowhere, is not allowed, or closes a circle. */
  async open(load: LoadCommand): Promise<void> {
    this.#files = new Map(Object.entries(load.files));
    this.#packages = load.packages;
    await scanImports(load.modules, {
      read: (file) => this.#files.get(file),
      resolve: (specifier, from) => this.#resolve(specifier, from),
    });
  }

  async import(path: string): Promise<object> {
    try {
      return (await import(this.#addressOf(path))) as object;
    } catch (error) {
      const failure = readEngineError(error, {
        pathOf: (address) => this.pathOf(address),
        lastCompiled: () =>
          this.#lastCompiled === null
            ? null
            : { path: this.#lastCompiled, onDisk: join(this.#folder, this.#lastCompiled) },
      });
      throw failure === null ? error : new LoadFailure(failure);
    }
  }

  /** The student's path of an address, or `null` for a file of ours or of Node. */
  pathOf(address: string): string | null {
    if (!address.startsWith(this.#root)) return null;
    try {
      return fileURLToPath(address)
        .slice(this.#folder.length + 1)
        .replaceAll('\\', '/');
    } catch {
      return null;
    }
  }

  /** Takes the folder out of a text, leaving the student's paths. */
  tidy(text: string): string {
    return text.replaceAll(this.#root, '').replaceAll(`${this.#folder}/`, '');
  }

  #addressOf(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  #resolve(specifier: string, from: string): Resolution {
    // What `import.meta.url` gives here shows the folder; the page's does not.
    const plain = this.pathOf(specifier);
    return resolveSpecifier(plain === null ? specifier : `file:///${plain}`, from, {
      hasFile: (file) => this.#files.has(file),
      hasBuiltin: (name) => ALLOWED_BUILTINS.includes(name) || this.#packages.includes(name),
      isPackage: (name) => this.#packages.includes(name),
    });
  }
}

/** What Node throws at an `import()` that leads nowhere; static imports were followed before. */
function notFound(specifier: string, from: string): Error {
  return Object.assign(new Error(`Cannot find module '${specifier}' imported from ${from}`), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
}

// The student's modules once imported: what they export, read once and before any of their functions is called.
import { append, define, get, ownKeys } from '../evidence/primordials.ts';
import type { LoadOutcome } from './outcome.ts';

export class LoadedModules {
  /** Namespaces by path, as a probe receives them. */
  readonly all: Record<string, object> = Object.create(null) as Record<string, object>;
  readonly #exports: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  readonly #functions: Record<string, string[]> = Object.create(null) as Record<string, string[]>;

  add(path: string, namespace: object): void {
    const names: string[] = [];
    const functions: string[] = [];
    const keys = ownKeys(namespace);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index];
      if (typeof key !== 'string') continue;
      append(names, key);
      if (typeof get(namespace, key) === 'function') append(functions, key);
    }
    define(this.all, path, namespace);
    define(this.#exports, path, names);
    define(this.#functions, path, functions);
  }

  outcome(): LoadOutcome {
    return { status: 'loaded', exports: this.#exports, functions: this.#functions };
  }

  /** Throws when the module was not loaded or does not export a function of that name: the grader's mistake. */
  exported(path: string, name: string): CallableFunction {
    const namespace = this.all[path];
    const value: unknown = namespace === undefined ? undefined : get(namespace, name);
    if (typeof value !== 'function') throw new Error(`no function ${name} in ${path}`);
    return value;
  }
}

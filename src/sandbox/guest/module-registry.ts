// How modules made of blobs reach what the guest holds, without leaving anything on the global object.
import { listOf } from '../../evidence/primordials.ts';

/** What rewritten code calls instead of `import()` and `import.meta`, by key. */
export type ModuleScope = Record<string, unknown>;

export type ModuleRegistry = {
  /** Module that exports `scope`. */
  readonly url: string;
  readonly scope: ModuleScope;
  /** URL of a module whose default export is `value` and whose named exports are its properties `names`. */
  facade(value: unknown, names: readonly string[]): string;
};

/** Only `import()` hands over a value that no global shows: it is there while the registry's module is evaluated. */
const HANDOVER = 'trame:registry';

const createObjectURL = URL.createObjectURL.bind(URL);
const NativeBlob = Blob;

/** A module of the guest's own making; the URL lives as long as the worker. */
export function moduleUrl(text: string): string {
  // A sequence of parts, which the type of lib.dom takes for an array.
  const parts = listOf([text]) as unknown as BlobPart[];
  return createObjectURL(new NativeBlob(parts, { type: 'text/javascript' }));
}

/** Must be awaited before any student code runs. */
export async function createModuleRegistry(): Promise<ModuleRegistry> {
  const scope = Object.create(null) as ModuleScope;
  const url = moduleUrl(`export const scope = globalThis[${JSON.stringify(HANDOVER)}];`);
  Reflect.set(globalThis, HANDOVER, scope);
  await import(url);
  Reflect.deleteProperty(globalThis, HANDOVER);
  let count = 0;
  return {
    url,
    scope,
    facade: (value, names) => {
      const key = `value${String(count++)}`;
      scope[key] = value;
      return moduleUrl(facadeText(url, key, names));
    },
  };
}

function facadeText(registryUrl: string, key: string, names: readonly string[]): string {
  // Aliased through numbered bindings: a name may be a reserved word.
  const bindings = names.map((name, index) => `const e${String(index)} = value[${quote(name)}];`);
  const exports = names.map((name, index) => `e${String(index)} as ${quote(name)}`);
  return [
    `import { scope } from ${quote(registryUrl)};`,
    `const value = scope.${key};`,
    'export default value;',
    ...bindings,
    `export { ${exports.join(', ')} };`,
  ].join('\n');
}

const quote = (text: string): string => JSON.stringify(text);

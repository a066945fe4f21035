// What stands behind `import()` and `import.meta` in the student's rewritten files.
import { methodOf } from '../../evidence/primordials.ts';
import { fileUrl } from './attribute-problem.ts';
import type { Linker } from './linker.ts';
import type { ModuleScope } from './module-registry.ts';

const asText = String;
const PlainError = Error;
const lookUp = methodOf(Map.prototype, 'get') as (
  map: ReadonlyMap<string, string>,
  key: string,
) => string | undefined;

/** Fills `scope.load[file]` and `scope.meta[file]` for each file. */
export function createModuleScope(
  linker: Linker,
  scope: ModuleScope,
  files: readonly string[],
): void {
  const load = Object.create(null) as Record<string, unknown>;
  const meta = Object.create(null) as Record<string, unknown>;
  for (const file of files) {
    load[file] = (specifier: unknown) => importFrom(linker, file, specifier);
    meta[file] = importMeta(linker, file);
  }
  scope.load = load;
  scope.meta = meta;
}

async function importFrom(linker: Linker, file: string, given: unknown): Promise<unknown> {
  const specifier = asText(given);
  // Literal specifiers were resolved before student code ran; computed ones are resolved now, at its own risk.
  const url = lookUp(linker.literalUrls, `${file}\n${specifier}`) ?? linker.urlOf(specifier, file);
  if (url !== null) return import(url);
  const message = `Cannot find module '${specifier}' imported from ${fileUrl(file)}`;
  const error = new PlainError(message);
  Object.defineProperty(error, 'code', { value: 'ERR_MODULE_NOT_FOUND', enumerable: true });
  throw error;
}

function importMeta(linker: Linker, file: string): object {
  const path = `/${file}`;
  const meta = {
    url: fileUrl(file),
    filename: path,
    dirname: path.slice(0, path.lastIndexOf('/')) || '/',
    resolve: (specifier: unknown): string => {
      const resolution = linker.resolve(asText(specifier), file);
      if (resolution.kind === 'file') return fileUrl(resolution.file);
      if (resolution.kind === 'builtin') return `node:${resolution.name}`;
      throw new PlainError(
        `Cannot find module '${asText(specifier)}' imported from ${fileUrl(file)}`,
      );
    },
  };
  return Object.assign(Object.create(null) as object, meta);
}

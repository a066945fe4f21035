// What Node says of `with { type: 'json' }` where it is missing or wrong, and of files that are no modules.
import type { SourceLocation } from '../../evidence/evidence.ts';
import type { FailedLoad } from '../../realm/outcome.ts';
import type { StaticImport } from './module-source.ts';

const SCRIPT = /\.m?js$/;

export function isScript(file: string): boolean {
  return SCRIPT.test(file);
}

/** The address that stacks and `import.meta.url` show for a file, as Node would. */
export function fileUrl(file: string): string {
  return `file:///${encodeURI(file)}`;
}

/** The failure of an import of `file`, in Node's own words; `null` where nothing is wrong with it. */
export function attributeProblem(
  file: string,
  statement: StaticImport,
  location: SourceLocation,
): FailedLoad | null {
  const type = statement.attributes?.type ?? null;
  if (file.endsWith('.json')) {
    if (type === 'json') return null;
    const message = `Module "${fileUrl(file)}" needs an import attribute of "type: json"`;
    return thrown('ERR_IMPORT_ATTRIBUTE_MISSING', message, location);
  }
  if (!isScript(file)) {
    const message = `Unknown file extension for ${fileUrl(file)}`;
    return thrown('ERR_UNKNOWN_FILE_EXTENSION', message, location);
  }
  if (type === null) return null;
  const message = `Module "${fileUrl(file)}" is not of type "${type}"`;
  return thrown('ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE', message, location);
}

function thrown(code: string, message: string, location: SourceLocation): FailedLoad {
  return { status: 'thrown', thrown: { name: 'TypeError', message, code, location } };
}

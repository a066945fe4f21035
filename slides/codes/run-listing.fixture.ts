// Runs a listing of the slides that is a page's script: its free names come from the test.
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';

/** @param path beside this file: `api/creer.js` */
export const readCode = (path: string): Promise<string> =>
  readFile(new URL(path, import.meta.url), 'utf8');

/**
 * Runs the listing as the body of an async function.
 *
 * @param globals what the page would have: `ws`, `document`, functions of the page
 * @param names declared by the listing, and given back
 */
export async function runListing<Names extends string>(
  path: string,
  globals: Readonly<Record<string, unknown>>,
  names: readonly Names[] = [],
): Promise<Record<Names, unknown>> {
  const source = (await readCode(path)).replace(/^export .*$/gm, '');
  const body = `return (async () => {\n${source}\nreturn { ${names.join(', ')} };\n})();`;
  const run = compileFunction(body, Object.keys(globals), { filename: path }) as (
    ...values: unknown[]
  ) => Promise<Record<Names, unknown>>;
  return run(...Object.values(globals));
}

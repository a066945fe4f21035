// Asks the engine which file of a graph has a syntax error: its `import()` says what is wrong, never where.
import { methodOf } from '../../evidence/primordials.ts';
import { moduleUrl } from './module-registry.ts';

/** No module exports this name, so a module that imports it links nowhere and never runs. */
const NEVER_EXPORTED = '__trame_never_exported__';
const includes = methodOf(String.prototype, 'includes') as (
  text: string,
  searched: string,
) => boolean;
const asText = String;

/** The engine's message about the syntax of `text`, a module that is never run; `null` when it parses. */
export async function syntaxFault(text: string): Promise<string | null> {
  const empty = moduleUrl('export {};');
  try {
    await import(moduleUrl(`import { ${NEVER_EXPORTED} } from "${empty}";${text}`));
    return null;
  } catch (error) {
    const message = asText((error as { message?: unknown }).message);
    return includes(message, NEVER_EXPORTED) ? null : message;
  }
}

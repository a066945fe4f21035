// Finds the line of a syntax error: Chromium's `import()` rejects without one, a `<script type=module>` says it.
import type { SyntaxFault } from './frame-messages.ts';

/** No module exports this name, so a module that imports it links nowhere and never runs. */
const NEVER_EXPORTED = '__trame_never_exported__';

/**
 * Parses `source` as a module, without ever running it, and gives its first syntax error, or `null`.
 * The import that cannot link stands first, on the student's own first line: nothing in the text can swallow it.
 */
export async function locateSyntaxFault(source: string): Promise<SyntaxFault | null> {
  const empty = blobUrl('export {};');
  const prefix = `import { ${NEVER_EXPORTED} } from ${JSON.stringify(empty)};`;
  // A hashbang is only allowed at the very start: as a comment it keeps its line and its length.
  const url = blobUrl(prefix + source.replace(/^#!/, '//'));
  try {
    const fault = await loadModuleScript(url);
    if (fault === null) return null;
    if (fault.line > 1 || fault.column === null) return fault;
    return { ...fault, column: Math.max(1, fault.column - prefix.length) };
  } finally {
    URL.revokeObjectURL(url);
    URL.revokeObjectURL(empty);
  }
}

/** The syntax error that a module script reports, or `null` when it parsed (and then failed to link, as it must). */
function loadModuleScript(url: string): Promise<SyntaxFault | null> {
  return new Promise((resolve) => {
    let fault: SyntaxFault | null = null;
    const script = document.createElement('script');
    const onError = (event: ErrorEvent): void => {
      event.preventDefault();
      const isSyntaxError = event.message.includes('SyntaxError');
      if (!isSyntaxError || event.message.includes(NEVER_EXPORTED)) return;
      const message = event.message.replace(/^.*?SyntaxError: /, '');
      const line = Math.max(1, event.lineno);
      fault ??= { message, line, column: event.colno > 0 ? event.colno : null };
      // WebKit then tells the element nothing.
      settle();
    };
    const settle = (): void => {
      // The `error` event of the window may come after the one of the element.
      setTimeout(() => {
        removeEventListener('error', onError);
        script.remove();
        resolve(fault);
      }, 0);
    };
    addEventListener('error', onError);
    script.type = 'module';
    script.onload = settle;
    script.onerror = settle;
    script.src = url;
    document.head.append(script);
  });
}

function blobUrl(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

// What is written into a student's file so that its `import()` and `import.meta` reach the guest.
import { fileUrl } from './attribute-problem.ts';
import type { ModuleSource } from './module-source.ts';
import type { Edit } from './rewrite.ts';

/** A name that the student's text does not use. */
export function scopeName(text: string): string {
  let name = '$trame';
  while (text.includes(name)) name += '_';
  return name;
}

export function scopeEdits(source: ModuleSource): Edit[] {
  const name = scopeName(source.text);
  const key = JSON.stringify(source.file);
  return [
    ...source.dynamicImports.map((span) => ({ ...span, replacement: `${name}.load[${key}]` })),
    ...source.metas.map((span) => ({ ...span, replacement: `${name}.meta[${key}]` })),
  ];
}

/**
 * After the student's last line, so that no line moves: imports are hoisted wherever they stand. `registryUrl`: of the
 * module that exports the scope; `isInstrumented`: something else in the text uses it.
 */
export function scopeFooter(
  source: ModuleSource,
  registryUrl: string,
  isInstrumented: boolean,
): string {
  const needsScope = isInstrumented || source.dynamicImports.length + source.metas.length > 0;
  const scopeImport = `import { scope as ${scopeName(source.text)} } from ${JSON.stringify(registryUrl)};\n`;
  return `\n${needsScope ? scopeImport : ''}//# sourceURL=${fileUrl(source.file)}\n`;
}

// A JSON file as a module: parsed before any student code could patch `JSON`.
import type { FailedLoad } from '../../realm/outcome.ts';
import { positionAt } from './module-source.ts';

export type JsonModule =
  | { readonly status: 'parsed'; readonly value: unknown }
  | { readonly status: 'failed'; readonly failure: FailedLoad };

export function readJsonModule(file: string, text: string): JsonModule {
  try {
    return { status: 'parsed', value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const location = { file, ...faultPosition(message, text) };
    return { status: 'failed', failure: { status: 'syntax', message, location } };
  }
}

/** Engines say where in their message only: V8 « position 12 », or « at line 1 column 3 » in Firefox; else the end. */
function faultPosition(message: string, text: string): { line: number; column: number } {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return positionAt(text, Number(position));
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) {
    return { line: Number(line), column: Number(column) };
  }
  return positionAt(text, text.length);
}

// Reads the code that a fence names instead of holding it: `file="codes/serveur.js#diffuser"`.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as messages from './messages.ts';

export type Listing = { readonly text: string } | { readonly problem: string };

// `// #region nom`, `# #region nom`, `<!-- #region nom -->`, and the same in a block comment.
const MARKER =
  /^\s*(?:\/\/|\/\*|#|--|;|<!--)\s*#(region|endregion)\b[ \t]*(.*?)[ \t]*(?:\*\/|-->)?\s*$/;

/**
 * Reads a file, or one region of it, without region markers and common indentation.
 *
 * @param reference a path relative to the Markdown file, with `#name` for a region
 * @param markdownFile path of the Markdown file on disk
 */
export async function readListing(reference: string, markdownFile: string): Promise<Listing> {
  const [, path = '', region] = /^([^#]*)(?:#(.*))?$/.exec(reference) ?? [];
  let source: string;
  try {
    source = await readFile(resolve(dirname(markdownFile), path), 'utf8');
  } catch {
    return { problem: messages.absentListing(path) };
  }
  return cutRegion(source, path, region ?? '');
}

/** @param region empty for the whole file */
export function cutRegion(source: string, path: string, region: string): Listing {
  const kept: string[] = [];
  const open: string[] = [];
  let found = region === '';
  let closed = false;
  for (const line of source.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, kind, name = ''] = MARKER.exec(line) ?? [];
    const inside = region === '' || open.includes(region);
    if (kind === 'region') {
      open.push(name);
      found ||= name === region;
    } else if (kind === 'endregion') {
      open.pop();
      closed = inside && !open.includes(region);
      if (region !== '' && closed) break;
    } else if (inside) {
      kept.push(line);
    }
  }
  if (!found) return { problem: messages.absentRegion(region, path) };
  if (region !== '' && !closed) return { problem: messages.openRegion(region, path) };
  return { text: outdent(kept) };
}

function outdent(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== '');
  const indents = filled.map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const common = indents.reduce((shared, indent) => {
    let length = 0;
    while (length < shared.length && shared[length] === indent[length]) length += 1;
    return shared.slice(0, length);
  }, indents[0] ?? '');
  return lines
    .map((line) => (line.trim() === '' ? '' : line.slice(common.length)))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

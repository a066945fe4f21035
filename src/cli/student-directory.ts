// A student's directory on disk, read as source text: the step's own files first, then what they may import.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import type { SourceFiles } from '../catalog/index.ts';
import { ANSWERS_FILE } from '../grading/index.ts';
import { NOTES, WRONG_USE } from './messages.ts';
import { WrongUse } from './wrong-use.ts';

export type StudentDirectory = { readonly files: SourceFiles; readonly notes: readonly string[] };

/** A step's file is a few kilobytes; more than this is a bundle, a dump or a mistake. */
const MAX_FILE_BYTES = 512 * 1024;
const MAX_FILES = 500;
const SOURCE = /\.(?:js|mjs|json|html)$/;

/**
 * Reads `directory`, which must hold every one of `ownFiles`. Hidden folders and node_modules are left alone.
 * @throws {WrongUse} when the directory or one of `ownFiles` is missing or is no readable text.
 */
export async function readStudentDirectory(
  directory: string,
  ownFiles: readonly string[],
): Promise<StudentDirectory> {
  await requireDirectory(directory, ownFiles);
  const files: Record<string, string> = {};
  for (const file of ownFiles) files[file] = await readOwnFile(directory, file);
  const notes: string[] = [];
  const ignored: string[] = [];
  const others = (await listSources(directory, '')).filter((path) => !Object.hasOwn(files, path));
  if (others.length > MAX_FILES) notes.push(NOTES.tooMany(MAX_FILES));
  for (const path of others.slice(0, MAX_FILES)) {
    const text = await readText(join(directory, path));
    if (text.status === 'read') files[path] = text.text;
    else ignored.push(path);
  }
  if (ignored.length > 0) notes.push(NOTES.ignored(ignored.join(', ')));
  return { files, notes };
}

async function requireDirectory(directory: string, ownFiles: readonly string[]): Promise<void> {
  const found = await stat(directory).catch(() => null);
  if (found === null) throw new WrongUse(WRONG_USE.noSuchDirectory(directory));
  if (!found.isDirectory()) {
    const [inside = ''] = (ownFiles[0] ?? ANSWERS_FILE).split('/');
    throw new WrongUse(WRONG_USE.notADirectory(directory, inside));
  }
  await readdir(directory).catch(() => {
    throw new WrongUse(WRONG_USE.unreadableDirectory(directory));
  });
}

async function readOwnFile(directory: string, file: string): Promise<string> {
  const path = join(directory, file);
  const text = await readText(path);
  switch (text.status) {
    case 'read':
      return text.text;
    case 'missing': {
      const sentence = WRONG_USE.missingFile(file, path);
      // `grade 1.3 travail/poignee` is the natural slip: the file is there, one level too deep.
      const slipped =
        basename(resolve(directory)) === dirname(file) &&
        (await stat(join(directory, basename(file))).catch(() => null)) !== null;
      const parent = dirname(resolve(directory));
      throw new WrongUse(slipped ? `${sentence} ${WRONG_USE.parentMeant(parent)}` : sentence);
    }
    case 'too-big':
    case 'not-text':
    case 'not-a-file':
    case 'unreadable':
      throw refusalOf(file, text);
  }
}

/** Why a file that is there cannot be used. */
export function refusalOf(
  file: string,
  text: Exclude<TextFile, { readonly status: 'read' | 'missing' }>,
): WrongUse {
  switch (text.status) {
    case 'too-big': {
      const kilobytes = Math.ceil(text.bytes / 1024);
      return new WrongUse(WRONG_USE.tooBig(file, kilobytes, MAX_FILE_BYTES / 1024));
    }
    case 'not-text':
      return new WrongUse(WRONG_USE.notText(file));
    case 'not-a-file':
      return new WrongUse(WRONG_USE.notAFile(file));
    case 'unreadable':
      return new WrongUse(WRONG_USE.unreadableFile(file));
  }
}

export type TextFile =
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'too-big'; readonly bytes: number }
  | { readonly status: 'missing' }
  | { readonly status: 'not-text' | 'not-a-file' | 'unreadable' };

/** Never throws, and reads nothing but a regular file of a reasonable size. */
export async function readText(path: string): Promise<TextFile> {
  try {
    // Looks before it reads: a pipe or a device would never end.
    const found = await stat(path);
    if (!found.isFile()) return { status: 'not-a-file' };
    if (found.size > MAX_FILE_BYTES) return { status: 'too-big', bytes: found.size };
    return decode(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    return missing ? { status: 'missing' } : { status: 'unreadable' };
  }
}

function decode(content: Uint8Array): TextFile {
  if (content.includes(0)) return { status: 'not-text' };
  try {
    return { status: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch {
    return { status: 'not-text' };
  }
}

/** Paths with forward slashes, in a stable order; one more than the cap at most, so that the cap can be said. */
async function listSources(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const paths: string[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await listSources(root, path)));
    else if (SOURCE.test(entry.name)) paths.push(path);
    if (paths.length > MAX_FILES) return paths.slice(0, MAX_FILES + 1);
  }
  return paths;
}

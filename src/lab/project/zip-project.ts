// Files as one ZIP, made in the tab: nothing is asked of the server.
import { strToU8, zipSync } from 'fflate';
import type { ProjectFile } from './project-files.ts';

/** All under `folder`, so that unzipping never spreads over where one stands. */
export function zipProject(folder: string, files: readonly ProjectFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [`${folder}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries)).slice();
}

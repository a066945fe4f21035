// Where the student's files were put: turns blob URLs and `file:` addresses back into paths, lines and columns.
import type { SourceLocation } from '../../evidence/evidence.ts';
import { append, indexOf, slice } from '../../evidence/primordials.ts';
import { createLocator } from '../../realm/locate.ts';

export type AddressedFile = {
  readonly file: string;
  /** The blob URL, and the address that `sourceURL` gives it. */
  readonly addresses: readonly string[];
  readonly originalColumn: (line: number, column: number) => number;
};

/** Used when student code may have patched the realm: plain indices and captured built-ins only. */
export class Addresses {
  readonly #files = Object.create(null) as Record<string, AddressedFile>;
  readonly #addresses: string[] = [];
  readonly #locate = createLocator((address) => this.#files[address]?.file ?? null);

  add(file: AddressedFile): void {
    for (const address of file.addresses) {
      this.#files[address] = file;
      append(this.#addresses, address);
    }
  }

  /** The first frame of a stack that is in a student's file, as the student wrote it. */
  locate(stack: string): SourceLocation | null {
    const location = this.#locate(stack);
    const column = location?.column ?? null;
    if (location === null || column === null) return location;
    const { file, line } = location;
    for (let index = 0, count = this.#addresses.length; index < count; index += 1) {
      const addressed = this.#files[this.#addresses[index] ?? ''];
      if (addressed?.file !== file) continue;
      return { file, line, column: addressed.originalColumn(line, column) };
    }
    return location;
  }

  /** `text` with the student's paths in place of addresses. */
  tidy(text: string): string {
    let tidied = text;
    for (let index = 0, count = this.#addresses.length; index < count; index += 1) {
      const address = this.#addresses[index] ?? '';
      tidied = replaceAll(tidied, address, this.#files[address]?.file ?? '');
    }
    return tidied;
  }
}

function replaceAll(text: string, searched: string, replacement: string): string {
  let done = '';
  let rest = text;
  for (let at = indexOf(rest, searched); at !== -1; at = indexOf(rest, searched)) {
    done += slice(rest, 0, at) + replacement;
    rest = slice(rest, at + searched.length, rest.length);
  }
  return done + rest;
}

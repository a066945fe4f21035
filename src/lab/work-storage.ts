// Where the student's work is kept: IndexedDB, else localStorage, else only this page's memory.
import { createStore, del, entries, get, set, update, type UseStore } from 'idb-keyval';
import * as v from 'valibot';

export const savedFileSchema = v.object({
  text: v.string(),
  /** Grows by one with each change, whichever tab made it. */
  revision: v.number(),
});

/** One file of the student's, as it was last kept. */
export type SavedFile = v.InferOutput<typeof savedFileSchema>;

/** `memory`: the browser denies storage, and closing the page loses the work. */
export type StorageKind = 'indexed-db' | 'local-storage' | 'memory';

export interface WorkStorage {
  readonly kind: StorageKind;
  read(path: string): Promise<SavedFile | null>;
  /**
   * Replaces what is kept under `path` in one step that no other tab can cut in two.
   * `change` receives what was there; what it returns is kept.
   */
  replace(path: string, change: (before: SavedFile | null) => SavedFile): Promise<void>;
}

/** What « Mon travail » needs beside: everything at once, and an end. */
export interface AllWorkStorage extends WorkStorage {
  /** By path. */
  list(): Promise<ReadonlyMap<string, SavedFile>>;
  remove(path: string): Promise<void>;
}

const PREFIX = 'trame-file:';
const PROBE = 'trame-probe';

let opened: Promise<AllWorkStorage> | undefined;

/** The best storage that this browser allows here, one for the page's whole life; never rejects. */
export function openWorkStorage(): Promise<AllWorkStorage> {
  return (opened ??= openBest());
}

async function openBest(): Promise<AllWorkStorage> {
  try {
    const store = createStore('trame', 'files');
    // A private window may open the database and refuse the first write.
    await set(PROBE, 1, store);
    return indexedDbStorage(store);
  } catch {
    return localStorageWorks() ? localWorkStorage() : memoryStorage();
  }
}

function indexedDbStorage(store: UseStore): AllWorkStorage {
  return {
    kind: 'indexed-db',
    read: async (path) => parse(await get(PREFIX + path, store)),
    replace: (path, change) => update(PREFIX + path, (before) => change(parse(before)), store),
    list: async () => parseAll(await entries<IDBValidKey, unknown>(store)),
    remove: (path) => del(PREFIX + path, store),
  };
}

function localWorkStorage(): AllWorkStorage {
  const read = (path: string): SavedFile | null => {
    const text = localStorage.getItem(PREFIX + path);
    return text === null ? null : parseText(text);
  };
  return {
    kind: 'local-storage',
    read: (path) => Promise.resolve(read(path)),
    replace: (path, change) => {
      localStorage.setItem(PREFIX + path, JSON.stringify(change(read(path))));
      return Promise.resolve();
    },
    list: () => {
      const kept = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      const paths = kept.map((key) => key.slice(PREFIX.length));
      return Promise.resolve(
        new Map(paths.map((path) => [path, read(path)] as const).filter(isWhole)),
      );
    },
    remove: (path) => {
      localStorage.removeItem(PREFIX + path);
      return Promise.resolve();
    },
  };
}

function memoryStorage(): AllWorkStorage {
  const files = new Map<string, SavedFile>();
  return {
    kind: 'memory',
    read: (path) => Promise.resolve(files.get(path) ?? null),
    replace: (path, change) => {
      files.set(path, change(files.get(path) ?? null));
      return Promise.resolve();
    },
    list: () => Promise.resolve(new Map(files)),
    remove: (path) => {
      files.delete(path);
      return Promise.resolve();
    },
  };
}

function localStorageWorks(): boolean {
  try {
    localStorage.setItem(PROBE, '1');
    localStorage.removeItem(PROBE);
    return true;
  } catch {
    return false;
  }
}

/** What another version of the site or a curious student left there is not trusted. */
function parse(value: unknown): SavedFile | null {
  const result = v.safeParse(savedFileSchema, value);
  return result.success ? result.output : null;
}

function parseAll(kept: readonly (readonly [IDBValidKey, unknown])[]): Map<string, SavedFile> {
  const files = kept.flatMap(([key, value]) =>
    typeof key === 'string' && key.startsWith(PREFIX)
      ? [[key.slice(PREFIX.length), parse(value)] as const]
      : [],
  );
  return new Map(files.filter(isWhole));
}

function isWhole<Value>(entry: readonly [string, Value | null]): entry is readonly [string, Value] {
  return entry[1] !== null;
}

function parseText(text: string): SavedFile | null {
  try {
    return parse(JSON.parse(text));
  } catch {
    return null;
  }
}

// The student's files of one step: opened from the best storage, kept at each key stroke, never lost to another tab.
import * as v from 'valibot';
import { KeptFile, type OtherTabs, type TabMessage } from './kept-file.ts';
import { keysFrom, recall, remember } from './safe-storage.ts';
import {
  openWorkStorage,
  type SavedFile,
  savedFileSchema,
  type StorageKind,
} from './work-storage.ts';

const CHANNEL = 'trame-work';

const tabMessageSchema = v.object({ path: v.string(), saved: savedFileSchema });

const DRAFT = 'trame-draft:';

const draftKey = (path: string): string => DRAFT + path;

/** What a page put down as it closed, by path, while the storage had not taken it yet. */
export function readDrafts(): ReadonlyMap<string, SavedFile> {
  const drafts = new Map<string, SavedFile>();
  for (const key of keysFrom('localStorage', DRAFT)) {
    const draft = recall('localStorage', key, savedFileSchema);
    if (draft !== null) drafts.set(key.slice(DRAFT.length), draft);
  }
  return drafts;
}

export type StudentFilesEvents = {
  readonly adopt: (path: string, text: string) => void;
  readonly conflict: (path: string, theirs: string) => void;
  readonly failed: () => void;
};

type ClosableTabs = OtherTabs & { readonly close: () => void };

export class StudentFiles {
  /** The files of the step that was left last may still be writing: they are not read before they have. */
  static #closing: Promise<unknown> = Promise.resolve();

  readonly kind: StorageKind;
  readonly #files: ReadonlyMap<string, KeptFile>;
  readonly #tabs: ClosableTabs;
  readonly #closed = new AbortController();

  private constructor(kind: StorageKind, files: ReadonlyMap<string, KeptFile>, tabs: ClosableTabs) {
    this.kind = kind;
    this.#files = files;
    this.#tabs = tabs;
    const { signal } = this.#closed;
    const putDown = (): void => {
      this.#putDown();
    };
    addEventListener('pagehide', putDown, { signal });
    const seen = (): void => {
      if (document.visibilityState === 'hidden') this.#putDown();
      else void Promise.all([...files.values()].map((file) => file.refresh()));
    };
    document.addEventListener('visibilitychange', seen, { signal });
  }

  static async open(
    starter: Readonly<Record<string, string>>,
    paths: readonly string[],
    events: StudentFilesEvents,
  ): Promise<StudentFiles> {
    await StudentFiles.#closing;
    const storage = await openWorkStorage();
    const tabs = otherTabs();
    const files = new Map<string, KeptFile>();
    for (const path of paths) {
      const file = await KeptFile.open(path, starter[path] ?? '', storage, tabs, {
        adopt: (text) => {
          events.adopt(path, text);
        },
        conflict: (theirs) => {
          events.conflict(path, theirs);
        },
        failed: events.failed,
      });
      files.set(path, file);
      await takeDraft(path, file);
    }
    return new StudentFiles(storage.kind, files, tabs);
  }

  text(path: string): string {
    return this.#files.get(path)?.text ?? '';
  }

  change(path: string, text: string): void {
    void this.#files.get(path)?.change(text);
  }

  /** Every file by path: what a run is given. */
  get sources(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#files].map(([path, file]) => [path, file.text]));
  }

  /** Resolves when nothing waits to be written. */
  get settled(): Promise<unknown> {
    return Promise.all([...this.#files.values()].map((file) => file.settled));
  }

  /** The step leaves the screen: what waits is written, then other tabs are no longer heard. */
  close(): void {
    this.#closed.abort();
    StudentFiles.#closing = this.settled.then(() => {
      this.#tabs.close();
    });
  }

  /** The page may be gone before IndexedDB has written: what waits goes to `localStorage`, which is synchronous. */
  #putDown(): void {
    for (const [path, file] of this.#files) {
      if (file.unsaved !== null) remember('localStorage', draftKey(path), file.unsaved);
    }
  }
}

async function takeDraft(path: string, file: KeptFile): Promise<void> {
  const draft = recall('localStorage', draftKey(path), savedFileSchema);
  if (draft === null) return;
  if (draft.revision > file.revision) await file.change(draft.text);
  remember('localStorage', draftKey(path), null);
}

/** For what writes a file without having it open: whoever shows it, here or in another tab, takes it over. */
export function tellOtherTabs(message: TabMessage): void {
  const tabs = otherTabs();
  tabs.tell(message);
  tabs.close();
}

/** Tabs of this browser; where channels do not exist, each tab still sees the others' work when it wakes. */
function otherTabs(): ClosableTabs {
  if (!('BroadcastChannel' in globalThis)) {
    return { tell: () => undefined, listen: () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell: (message: TabMessage) => {
      channel.postMessage(message);
    },
    listen: (listener) => {
      channel.addEventListener('message', (event: MessageEvent<unknown>) => {
        const parsed = v.safeParse(tabMessageSchema, event.data);
        if (parsed.success) listener(parsed.output);
      });
    },
    close: () => {
      channel.close();
    },
  };
}

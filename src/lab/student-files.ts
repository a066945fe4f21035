// The student's files of one step: opened from the best storage, kept at each key stroke, never lost to another tab.
import * as v from 'valibot';
import { KeptFile, type OtherTabs, type TabMessage } from './kept-file.ts';
import { recall, remember } from './safe-storage.ts';
import { openWorkStorage, savedFileSchema, type StorageKind } from './work-storage.ts';

const CHANNEL = 'trame-work';

const tabMessageSchema = v.object({ path: v.string(), saved: savedFileSchema });

const draftKey = (path: string): string => `trame-draft:${path}`;

export type StudentFilesEvents = {
  readonly adopt: (path: string, text: string) => void;
  readonly conflict: (path: string, theirs: string) => void;
  readonly failed: () => void;
};

export class StudentFiles {
  readonly kind: StorageKind;
  readonly #files: ReadonlyMap<string, KeptFile>;

  private constructor(kind: StorageKind, files: ReadonlyMap<string, KeptFile>) {
    this.kind = kind;
    this.#files = files;
    addEventListener('pagehide', () => {
      this.#putDown();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#putDown();
      else void Promise.all([...files.values()].map((file) => file.refresh()));
    });
  }

  static async open(
    starter: Readonly<Record<string, string>>,
    paths: readonly string[],
    events: StudentFilesEvents,
  ): Promise<StudentFiles> {
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
    return new StudentFiles(storage.kind, files);
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

/** Tabs of this browser; where channels do not exist, each tab still sees the others' work when it wakes. */
function otherTabs(): OtherTabs {
  if (!('BroadcastChannel' in globalThis)) {
    return { tell: () => undefined, listen: () => undefined };
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
  };
}

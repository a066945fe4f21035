// One file of the student's, kept at each key stroke and shared between the tabs that have it open.
import type { SavedFile, WorkStorage } from './work-storage.ts';

/** What other tabs are told: the path, and what was just kept. */
export type TabMessage = { readonly path: string; readonly saved: SavedFile };

/** The other tabs. `BroadcastChannel` in the page, a plain object in tests. */
export interface OtherTabs {
  tell(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): void;
}

export type KeptFileEvents = {
  /** Another tab changed the file and this one had nothing unsaved: show this text. */
  readonly adopt: (text: string) => void;
  /** Both tabs changed it without having heard of each other: `theirs` was kept aside, nothing is lost. */
  readonly conflict: (theirs: string) => void;
  /** The browser stopped accepting writes (full disk, storage cleared). */
  readonly failed: () => void;
};

/**
 * ```text
 *   settled ──change()──► writing ──written──► settled
 *      ▲                     │ change() meanwhile: written again with the last text
 *      └──── adopt() ◄── a newer revision from another tab (only while settled)
 * ```
 */
export class KeptFile {
  readonly #path: string;
  readonly #storage: WorkStorage;
  readonly #tabs: OtherTabs;
  readonly #events: KeptFileEvents;
  #text: string;
  /** The revision on which `#text` builds. */
  #revision: number;
  #dirty = false;
  #writing: Promise<void> | null = null;

  private constructor(
    path: string,
    start: SavedFile,
    storage: WorkStorage,
    tabs: OtherTabs,
    events: KeptFileEvents,
  ) {
    this.#path = path;
    this.#text = start.text;
    this.#revision = start.revision;
    this.#storage = storage;
    this.#tabs = tabs;
    this.#events = events;
    tabs.listen((message) => {
      if (message.path === path) this.#hear(message.saved);
    });
  }

  /** Opens what was kept under `path`, or `starter` the first time. */
  static async open(
    path: string,
    starter: string,
    storage: WorkStorage,
    tabs: OtherTabs,
    events: KeptFileEvents,
  ): Promise<KeptFile> {
    const start = (await storage.read(path)) ?? { text: starter, revision: 0 };
    return new KeptFile(path, start, storage, tabs, events);
  }

  get text(): string {
    return this.#text;
  }

  /** Of what this tab shows; higher than any it has heard of. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether `text` waits to be written: what a page that is closing must put down at once. */
  get unsaved(): SavedFile | null {
    if (!this.#dirty && this.#writing === null) return null;
    // An older text may be on its way under the next revision: what came since stands above it.
    const isOvertaken = this.#dirty && this.#writing !== null;
    return { text: this.#text, revision: this.#revision + (isOvertaken ? 2 : 1) };
  }

  /** Keeps `text`; resolves when it and whatever came meanwhile is written. */
  change(text: string): Promise<void> {
    if (text === this.#text) return this.#writing ?? Promise.resolve();
    this.#text = text;
    this.#dirty = true;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  /** Resolves when nothing waits to be written. */
  get settled(): Promise<void> {
    return this.#writing ?? Promise.resolve();
  }

  /** Reads again what is kept: a tab that slept may have missed what the others said. */
  async refresh(): Promise<void> {
    const saved = await this.#storage.read(this.#path);
    if (saved !== null) this.#hear(saved);
  }

  async #write(): Promise<void> {
    while (this.#dirty) {
      const text = this.#text;
      const theirs: string[] = [];
      let saved: SavedFile = { text, revision: this.#revision + 1 };
      this.#dirty = false;
      try {
        await this.#storage.replace(this.#path, (before) => {
          if (before !== null && before.revision > this.#revision && before.text !== text) {
            theirs.push(before.text);
          }
          saved = { text, revision: Math.max(this.#revision, before?.revision ?? 0) + 1 };
          return saved;
        });
      } catch {
        this.#events.failed();
        return;
      }
      this.#revision = saved.revision;
      this.#tabs.tell({ path: this.#path, saved });
      for (const other of theirs) this.#events.conflict(other);
    }
  }

  #hear(saved: SavedFile): void {
    // While a write is under way its own transaction will see this revision, and call it a conflict.
    if (saved.revision <= this.#revision || this.#dirty || this.#writing !== null) return;
    this.#revision = saved.revision;
    if (saved.text === this.#text) return;
    this.#text = saved.text;
    this.#events.adopt(saved.text);
  }
}

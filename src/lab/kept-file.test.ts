// Two tabs of one student, a slow disk, a full disk: the work survives all of them.
import { describe, expect, test } from 'vitest';
import { KeptFile, type OtherTabs, type TabMessage } from './kept-file.ts';
import type { SavedFile, WorkStorage } from './work-storage.ts';

const PATH = 'poignee/accept.js';

/** A storage that two tabs share. */
function sharedStorage(): WorkStorage & { readonly files: Map<string, SavedFile> } {
  const files = new Map<string, SavedFile>();
  return {
    kind: 'indexed-db',
    files,
    read: (path) => Promise.resolve(files.get(path) ?? null),
    replace: async (path, change) => {
      await Promise.resolve();
      files.set(path, change(files.get(path) ?? null));
    },
  };
}

/** Channels between tabs; `deaf` tabs hear nothing, as a frozen background tab. */
function tabs(count: number, deaf = false): OtherTabs[] {
  const listeners: ((message: TabMessage) => void)[][] = Array.from({ length: count }, () => []);
  return listeners.map((own) => ({
    tell: (message) => {
      if (deaf) return;
      for (const other of listeners) if (other !== own) for (const hear of other) hear(message);
    },
    listen: (listener) => own.push(listener),
  }));
}

function journal(): { events: Parameters<typeof KeptFile.open>[4]; said: string[] } {
  const said: string[] = [];
  return {
    said,
    events: {
      adopt: (text) => said.push(`adopt ${text}`),
      conflict: (theirs) => said.push(`conflict ${theirs}`),
      failed: () => said.push('failed'),
    },
  };
}

describe('KeptFile', () => {
  test('opens the starter the first time, and what was kept afterwards', async () => {
    const storage = sharedStorage();
    const [one, two] = tabs(2);
    const first = await KeptFile.open(PATH, 'starter', storage, one!, journal().events);
    expect(first.text).toBe('starter');
    await first.change('mine');
    const again = await KeptFile.open(PATH, 'starter', storage, two!, journal().events);
    expect(again.text).toBe('mine');
  });

  test('writes the last text when key strokes come faster than the disk', async () => {
    const storage = sharedStorage();
    const file = await KeptFile.open(PATH, '', storage, tabs(1)[0]!, journal().events);
    void file.change('a');
    void file.change('ab');
    await file.change('abc');
    expect(storage.files.get(PATH)?.text).toBe('abc');
    expect(file.unsaved).toBeNull();
  });

  test('says what a closing page must still put down', async () => {
    const file = await KeptFile.open(PATH, '', sharedStorage(), tabs(1)[0]!, journal().events);
    const first = file.change('a');
    void file.change('ab');
    expect(file.unsaved?.text).toBe('ab');
    await first;
  });

  test('what a closing page puts down stands above the older text that was being written', async () => {
    const storage = sharedStorage();
    const file = await KeptFile.open(PATH, '', storage, tabs(1)[0]!, journal().events);
    void file.change('a');
    const whileFirst = file.unsaved;
    void file.change('ab');
    const whileOvertaken = file.unsaved;
    await storage.replace(PATH, (before) => before ?? { text: 'a', revision: 1 });
    expect(storage.files.get(PATH)).toEqual({ text: 'a', revision: 1 });
    expect(whileFirst, 'the write that is under way').toEqual({ text: 'a', revision: 1 });
    expect(whileOvertaken).toEqual({ text: 'ab', revision: 2 });
    await file.settled;
  });

  test('shows in one tab what is typed in the other', async () => {
    const storage = sharedStorage();
    const [one, two] = tabs(2);
    const { events, said } = journal();
    const mine = await KeptFile.open(PATH, 'starter', storage, one!, journal().events);
    const other = await KeptFile.open(PATH, 'starter', storage, two!, events);
    await mine.change('typed here');
    expect(said).toEqual(['adopt typed here']);
    expect(other.text).toBe('typed here');
    await other.change('and there');
    expect(mine.text).toBe('and there');
  });

  test('keeps the other tab’s text aside when neither had heard of the other', async () => {
    const storage = sharedStorage();
    const [one, two] = tabs(2, true);
    const { events, said } = journal();
    const mine = await KeptFile.open(PATH, 'starter', storage, one!, journal().events);
    const other = await KeptFile.open(PATH, 'starter', storage, two!, events);
    await mine.change('mine');
    await other.change('theirs');
    expect(said).toEqual(['conflict mine']);
    expect(storage.files.get(PATH)?.text).toBe('theirs');
  });

  test('catches up when a sleeping tab wakes', async () => {
    const storage = sharedStorage();
    const [one, two] = tabs(2, true);
    const mine = await KeptFile.open(PATH, 'starter', storage, one!, journal().events);
    const other = await KeptFile.open(PATH, 'starter', storage, two!, journal().events);
    await mine.change('mine');
    await other.refresh();
    expect(other.text).toBe('mine');
  });

  test('says so when the disk refuses', async () => {
    const storage: WorkStorage = {
      ...sharedStorage(),
      replace: () => Promise.reject(new Error('QuotaExceededError')),
    };
    const { events, said } = journal();
    const file = await KeptFile.open(PATH, '', storage, tabs(1)[0]!, events);
    await file.change('a');
    expect(said).toEqual(['failed']);
    expect(file.text).toBe('a');
  });
});

// Everything that this browser keeps of a student: read, taken over from a file, put aside before, erased.
import { keysFrom, remember } from '../safe-storage.ts';
import { readAllProgress, readLastStep, writeLastStep, writeProgress } from '../step-progress.ts';
import { readDrafts, tellOtherTabs } from '../student-files.ts';
import { openWorkStorage, type StorageKind } from '../work-storage.ts';
import { keepValid, NO_WORK, readWorkFile, type Work, writeWorkFile } from './work-file.ts';

/** Not a path that a step may have: what was here before the last import. */
const ASIDE = '.avant';

/** Texts and drafts of ours in the browser's small storages; the theme is no work. */
const OURS = ['trame-step:', 'trame-replaced:', 'trame-draft:', 'trame-view:', 'trame-last-step'];

export async function storageKind(): Promise<StorageKind> {
  return (await openWorkStorage()).kind;
}

export async function readWork(): Promise<Work> {
  const kept = new Map(await (await openWorkStorage()).list());
  for (const [path, draft] of readDrafts()) {
    if (draft.revision > (kept.get(path)?.revision ?? 0)) kept.set(path, draft);
  }
  const files = [...kept]
    .filter(([path]) => path !== ASIDE)
    .map(([path, { text }]) => [path, text]);
  const work = {
    files: Object.fromEntries(files) as Record<string, string>,
    progress: { ...readAllProgress() },
    lastStep: readLastStep(),
  };
  return keepValid(work);
}

/** Puts `incoming` over what is here, path by path and step by step; what was here is kept aside first. */
export async function takeWork(incoming: Work): Promise<void> {
  await putAside(await readWork());
  await write(incoming);
}

/** What was here before the last import; `null` when none waits. */
export async function readAside(): Promise<Work | null> {
  const kept = await (await openWorkStorage()).read(ASIDE);
  if (kept === null) return null;
  const read = readWorkFile(kept.text);
  if (read.ok) return read.work;
  return read.refusal.reason === 'nothing' ? NO_WORK : null;
}

/** Puts everything back as it was before the last import, and what was imported aside: pressed twice, nothing changes. */
export async function swapAside(): Promise<void> {
  const before = await readAside();
  if (before === null) return;
  const current = await readWork();
  await putAside(current);
  const storage = await openWorkStorage();
  for (const path of Object.keys(current.files)) {
    if (!Object.hasOwn(before.files, path)) await storage.remove(path);
  }
  for (const step of Object.keys(current.progress)) {
    if (!Object.hasOwn(before.progress, step)) writeProgress(step, null);
  }
  await write(before);
}

/** For good: files, progress, drafts, and what was put aside. */
export async function eraseWork(): Promise<void> {
  const storage = await openWorkStorage();
  for (const path of (await storage.list()).keys()) await storage.remove(path);
  for (const area of ['localStorage', 'sessionStorage'] as const) {
    for (const key of OURS.flatMap((prefix) => keysFrom(area, prefix))) remember(area, key, null);
  }
}

async function putAside(work: Work): Promise<void> {
  const text = writeWorkFile(work, new Date());
  await (await openWorkStorage()).replace(ASIDE, () => ({ text, revision: 1 }));
}

async function write({ files, progress, lastStep }: Work): Promise<void> {
  const storage = await openWorkStorage();
  for (const [path, text] of Object.entries(files)) {
    let saved = { text, revision: 1 };
    await storage.replace(path, (before) => {
      saved = { text, revision: (before?.revision ?? 0) + 1 };
      return saved;
    });
    tellOtherTabs({ path, saved });
  }
  for (const [step, each] of Object.entries(progress)) writeProgress(step, each);
  if (lastStep !== null) writeLastStep(lastStep);
}

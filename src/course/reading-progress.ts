// How far one has read, kept in this browser: the last section, and the sections read in each chapter.
import * as v from 'valibot';
import { recall, remember } from '../lab/safe-storage.ts';

const KEY = 'trame-cours';

/** Names come back into addresses: what does not look like one of ours is not kept. */
const Name = v.pipe(v.string(), v.regex(/^[\w.-]{1,120}$/));

const Progress = v.object({
  last: v.nullable(
    v.object({
      chapter: Name,
      section: Name,
      title: v.pipe(v.string(), v.maxLength(200)),
    }),
  ),
  read: v.record(Name, v.pipe(v.array(Name), v.maxLength(500))),
});

export type ReadingProgress = v.InferOutput<typeof Progress>;

/** Empty where nothing was read, where what was kept is not ours, and where the browser denies storage. */
export function recallProgress(): ReadingProgress {
  return recall('localStorage', KEY, Progress) ?? { last: null, read: {} };
}

export function rememberPlace(place: NonNullable<ReadingProgress['last']>): void {
  remember('localStorage', KEY, { ...recallProgress(), last: place });
}

export function rememberRead(chapter: string, section: string): void {
  const progress = recallProgress();
  const before = progress.read[chapter] ?? [];
  if (before.includes(section)) return;
  const read = { ...progress.read, [chapter]: [...before, section] };
  remember('localStorage', KEY, { ...progress, read });
}

export function forgetProgress(): void {
  remember('localStorage', KEY, null);
}

// What this browser remembers of the questions; where it keeps nothing, until the page is closed.
import * as v from 'valibot';
import { recall, remember } from '../lab/safe-storage.ts';
import { afterAnswer, isDue, type Memory } from './review-schedule.ts';

const KEY = 'trame:questions';

const memoriesSchema = v.record(
  v.string(),
  v.object({ at: v.number(), streak: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
);

export type Memories = Readonly<Record<string, Memory>>;

export const readMemories = (): Memories => recall('localStorage', KEY, memoriesSchema) ?? {};

/** Remembers one answer and returns what it made of the question. */
export function rememberAnswer(id: string, isRight: boolean, now: number): Memory {
  const memories = readMemories();
  const memory = afterAnswer(memories[id] ?? null, isRight, now);
  remember('localStorage', KEY, { ...memories, [id]: memory });
  return memory;
}

/** The questions, among those that exist, whose time has come. */
export function dueQuestions(ids: readonly string[], now: number): readonly string[] {
  const memories = readMemories();
  return ids.filter((id) => {
    const memory = memories[id];
    return memory !== undefined && isDue(memory, now);
  });
}

// When a question comes back: a day after the first answer, a week after the next, then never (spaced retrieval).

const DAY = 24 * 60 * 60 * 1000;
/** By how many right answers in a row; one more than these, and the question is known. */
const GAPS = [DAY, DAY, 7 * DAY] as const;

/** What is remembered of one question. */
export type Memory = {
  /** Milliseconds since 1970, of the last answer. */
  readonly at: number;
  /** Right answers in a row, none of them before its time. */
  readonly streak: number;
};

export type NextTime = 'tomorrow' | 'week' | 'done';

/**
 * What is remembered after an answer. A right answer given before its time counts once: to read a question
 * twice in a minute is not to remember it for a week.
 */
export function afterAnswer(before: Memory | null, isRight: boolean, now: number): Memory {
  if (!isRight) return { at: now, streak: 0 };
  if (before === null) return { at: now, streak: 1 };
  if (isDue(before, now)) return { at: now, streak: before.streak + 1 };
  return before.streak === 0 ? { at: now, streak: 1 } : before;
}

/** Whether it is time to ask again. A clock that was set back asks. */
export function isDue({ at, streak }: Memory, now: number): boolean {
  const gap = GAPS[streak];
  if (gap === undefined) return false;
  return now >= at + gap || now < at;
}

export function nextTime({ streak }: Memory): NextTime {
  if (streak < 2) return 'tomorrow';
  return streak < GAPS.length ? 'week' : 'done';
}

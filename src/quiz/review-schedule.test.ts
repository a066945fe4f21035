// When a question comes back: the day after, the week after, never; and what a hurried reader cannot do.
import { describe, expect, test } from 'vitest';
import { afterAnswer, isDue, nextTime, type Memory } from './review-schedule.ts';

const DAY = 86_400_000;
const NOON = 1_800_000_000_000;

describe('the review of a question', () => {
  test('comes a day after the first right answer, a week after the second, then never', () => {
    const first = afterAnswer(null, true, NOON);
    expect([nextTime(first), isDue(first, NOON + DAY - 1), isDue(first, NOON + DAY)]).toEqual([
      'tomorrow',
      false,
      true,
    ]);
    const second = afterAnswer(first, true, NOON + DAY);
    expect([
      nextTime(second),
      isDue(second, NOON + 7 * DAY),
      isDue(second, NOON + 8 * DAY),
    ]).toEqual(['week', false, true]);
    const third = afterAnswer(second, true, NOON + 8 * DAY);
    expect([nextTime(third), isDue(third, NOON + 800 * DAY)]).toEqual(['done', false]);
  });

  test('begins again after a wrong answer', () => {
    const known: Memory = { at: NOON, streak: 2 };
    const wrong = afterAnswer(known, false, NOON + DAY);
    expect(wrong).toEqual({ at: NOON + DAY, streak: 0 });
    expect([nextTime(wrong), isDue(wrong, NOON + 2 * DAY)]).toEqual(['tomorrow', true]);
  });

  test('is not brought forward by answering twice in a minute', () => {
    const once = afterAnswer(null, true, NOON);
    expect(afterAnswer(once, true, NOON + 60_000)).toBe(once);
  });

  test('lets a mistake be mended at once, without counting for more than one answer', () => {
    const mended = afterAnswer({ at: NOON, streak: 0 }, true, NOON + 60_000);
    expect(mended.streak).toBe(1);
  });

  test('asks again when the clock was set back', () => {
    expect(isDue({ at: NOON, streak: 1 }, NOON - DAY)).toBe(true);
  });
});

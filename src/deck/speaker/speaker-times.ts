// The three times of the speaker's page: the clock, the timer, and the plan that the notes' durations add up to.
import { deck as words } from '../../i18n/deck.ts';
import {
  elapsedOf,
  paceOf,
  pause,
  readTalkTimes,
  showElapsed,
  start,
  UNSTARTED,
} from './talk-timer.ts';
import type { TalkTimes } from './talk-timer.ts';

const KEY = 'trame-orateur';

export type SpeakerTimes = {
  /** Starts the timer at the first slide that is turned; not again once somebody has stopped it. */
  startOnce(): void;
  showPlan(index: number): void;
};

/** @param minutes planned for each slide */
export function startTimes(
  one: (selector: string) => HTMLElement,
  minutes: readonly number[],
): SpeakerTimes {
  let times = readTalkTimes(recall());
  let plan = { from: 0, to: 0 };
  const toggle = one('[data-timer-toggle]');

  const draw = (): void => {
    const now = new Date();
    const elapsed = elapsedOf(times, now.getTime());
    one('[data-clock]').textContent = now.toLocaleTimeString('fr-FR', {
      hour: '2-digit',
      minute: '2-digit',
    });
    one('[data-timer]').textContent = showElapsed(elapsed);
    toggle.textContent = times.since === null ? words.speaker.start : words.speaker.pause;
    const pace = paceOf(elapsed, plan.from, plan.to);
    const host = one('[data-plan]');
    host.dataset.pace = elapsed === 0 ? 'onTime' : pace.kind;
    host.textContent = [
      words.speaker.planned(plan.from, plan.to),
      ...(elapsed === 0 ? [] : [sayPace(pace)]),
    ].join(', ');
  };
  const change = (next: TalkTimes): void => {
    times = next;
    keep(JSON.stringify(times));
    draw();
  };
  toggle.addEventListener('click', () => {
    change(times.since === null ? start(times, Date.now()) : pause(times, Date.now()));
  });
  one('[data-timer-reset]').addEventListener('click', () => {
    change(UNSTARTED);
  });
  setInterval(draw, 1000);
  draw();
  return {
    startOnce: () => {
      if (times.since === null && times.before === 0) change(start(times, Date.now()));
    },
    showPlan: (index) => {
      const from = minutes.slice(0, index).reduce((sum, value) => sum + value, 0);
      plan = { from, to: from + (minutes[index] ?? 0) };
      draw();
    },
  };
}

function sayPace(pace: ReturnType<typeof paceOf>): string {
  if (pace.kind === 'onTime') return words.speaker.onTime;
  return pace.kind === 'late'
    ? words.speaker.late(pace.minutes)
    : words.speaker.early(pace.minutes);
}

/** Storage may be denied: the timer then lives as long as its page. */
function recall(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    // Nothing is lost but what a reload would have found again.
  }
}

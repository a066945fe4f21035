// The speaker's timer: it counts by the clock, so that a sleeping tab loses nothing, and survives a reload.

/**
 * `stopped` → start → `running` → pause → `stopped`; reset from either.
 * What it is made of can be kept and given back.
 */
export type TalkTimes = {
  /** Milliseconds counted before the last start. */
  readonly before: number;
  /** When it last started, in milliseconds since the epoch; null while it is stopped. */
  readonly since: number | null;
};

export const UNSTARTED: TalkTimes = { before: 0, since: null };

export const elapsedOf = ({ before, since }: TalkTimes, now: number): number =>
  before + (since === null ? 0 : Math.max(0, now - since));

export const start = (times: TalkTimes, now: number): TalkTimes =>
  times.since === null ? { ...times, since: now } : times;

export const pause = (times: TalkTimes, now: number): TalkTimes => ({
  before: elapsedOf(times, now),
  since: null,
});

/** What was kept, where it makes sense; storage may hold anything. */
export function readTalkTimes(kept: string | null): TalkTimes {
  try {
    const data: unknown = JSON.parse(kept ?? 'null');
    if (typeof data !== 'object' || data === null) return UNSTARTED;
    const { before, since } = data as Partial<Record<string, unknown>>;
    if (typeof before !== 'number' || !(before >= 0)) return UNSTARTED;
    return { before, since: typeof since === 'number' ? since : null };
  } catch {
    return UNSTARTED;
  }
}

/** `7:05`, and `1:07:05` past an hour. */
export function showElapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

export type Pace =
  { readonly kind: 'onTime' } | { readonly kind: 'late' | 'early'; readonly minutes: number };

/** How the time compares with the minutes planned from the start to this slide's two ends. */
export function paceOf(elapsed: number, from: number, to: number): Pace {
  const minutes = elapsed / 60_000;
  if (minutes >= to + 1) return { kind: 'late', minutes: Math.floor(minutes - to) };
  if (minutes <= from - 1) return { kind: 'early', minutes: Math.floor(from - minutes) };
  return { kind: 'onTime' };
}

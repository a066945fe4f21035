// The figures that a table of times is read by.

/** `p` in 0–1, nearest rank; `samples` in any order, in the unit that comes back. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(p * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new RangeError('percentile() of no samples');
  return value;
}

/** « p50 12.3 ms · p95 45.6 ms (n = 40) ». */
export function describeTimes(samples: readonly number[]): string {
  const [p50, p95] = [percentile(samples, 0.5), percentile(samples, 0.95)];
  return `p50 ${p50.toFixed(1)} ms · p95 ${p95.toFixed(1)} ms (n = ${samples.length})`;
}

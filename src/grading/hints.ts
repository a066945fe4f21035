// Hints by level: one more for each failed attempt, from the most general to the nearest to the answer.

/** The hints that a student may open after `failedAttempts` runs that did not pass; none before the first. */
export function unlockedHints(hints: readonly string[], failedAttempts: number): readonly string[] {
  return hints.slice(0, Math.max(0, failedAttempts));
}

// What one line of a head says, as the two readers of heads give it.

/** `isFault`: the line itself is what a receiver refuses. */
export type LineMeaning = {
  readonly meaning: string;
  readonly isFault: boolean;
  /** A value that follows from the line: the accept key that is expected. */
  readonly follows?: { readonly label: string; readonly value: string };
};

export const fine = (meaning: string): LineMeaning => ({ meaning, isFault: false });

export const fault = (meaning: string): LineMeaning => ({ meaning, isFault: true });

export const judged = (holds: boolean, right: string, wrong: string): LineMeaning =>
  holds ? fine(right) : fault(wrong);

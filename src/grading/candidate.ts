// What the graders are examined on: a program, and the verdict that it must get.

/** A program with the verdict that it must get. `files` holds all that it may import. */
export type Candidate = {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
} & (
  | { readonly kind: 'starter' | 'solution' | 'right' }
  | {
      readonly kind: 'wrong';
      readonly killer: string;
      readonly onlyKiller: boolean;
      /** The confusion that it illustrates, by its id in `step.md`. */
      readonly misconception?: string | null;
    }
);

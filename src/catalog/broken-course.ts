// What is wrong with the content on disk, gathered so that an author sees every problem in one run.
import { oneProblem } from './messages.ts';

/** Thrown by `loadCourse()`. Each problem is one French sentence: the file, then the reason. */
export class BrokenCourse extends Error {
  override readonly name = 'BrokenCourse';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Collects problems while loading goes on, so that one broken file does not hide the next. */
export class Problems {
  readonly #sentences: string[] = [];

  add(file: string, reason: string): void {
    this.#sentences.push(oneProblem(file, reason));
  }

  throwIfAny(): void {
    if (this.#sentences.length > 0) throw new BrokenCourse(this.#sentences);
  }
}

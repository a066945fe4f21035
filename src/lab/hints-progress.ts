// Opens a hint for each attempt that did not pass, and remembers across reloads which were read.
import { find } from './element.ts';
import { LabHints } from './hints-view.ts';
import type { LabContext } from './lab-context.ts';
import { changeProgress, readProgress } from './step-progress.ts';

export function connectHints({ root, page, run }: LabContext): void {
  const hints = find(root, 'lab-hints', LabHints);
  const restore = (): void => {
    const { failedAttempts, hintsOpened } = readProgress(page.number);
    hints.restore(hintsOpened, failedAttempts);
  };
  restore();
  hints.addEventListener('hint-open', () => {
    changeProgress(page.number, { hintsOpened: hints.opened });
  });
  run.listen((state) => {
    if (state.status === 'graded') restore();
  });
}

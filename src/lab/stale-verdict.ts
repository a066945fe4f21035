// Says under a verdict that the code is no longer the one it judged.
import { find } from './element.ts';
import { codeFingerprint } from './fingerprint.ts';
import type { LabContext } from './lab-context.ts';

/** Whether it was changed while the checks ran, since then, or in another tab: what is judged is the text, not the gesture. */
export function connectStaleVerdict({ root, page, code, run }: LabContext): void {
  const sentence = find(root, '.stale', HTMLElement);
  void code.files.then((files) => {
    const show = (): void => {
      const state = run.get();
      sentence.hidden =
        state.status !== 'graded' ||
        state.code === codeFingerprint(page.files, (path) => files.text(path));
    };
    show();
    run.listen(show);
    code.revision.listen(show);
  });
}

// Says under a verdict that the code is no longer the one it judged.
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';

export function connectStaleVerdict({ root, page, code, run, left }: LabContext): void {
  const sentence = find(root, '.stale', HTMLElement);
  run.listen(() => {
    sentence.hidden = true;
  });
  const changed = (): void => {
    sentence.hidden = run.get().status !== 'graded' || !page.files.includes(code.opened.get());
  };
  code.editor.addEventListener('code-change', changed, { signal: left });
}

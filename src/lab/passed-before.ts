// A step that passed on an earlier visit says so before any run, and whether its code is still the one that passed.
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import { codeFingerprint } from './fingerprint.ts';
import type { LabContext } from './lab-context.ts';
import { readProgress } from './step-progress.ts';

export function connectPassedBefore(lab: LabContext): void {
  if (!readProgress(lab.page.number).passed) return;
  void lab.code.files.then((files) => {
    const show = (): void => {
      // Once there has been a run, its verdict speaks.
      if (lab.run.get().status === 'fresh') showPassed(lab, (path) => files.text(path));
    };
    show();
    lab.code.revision.listen(show);
  });
}

function showPassed({ root, page }: LabContext, text: (path: string) => string): void {
  const { passed, passedCode } = readProgress(page.number);
  if (!passed) return;
  const isSame = passedCode !== undefined && passedCode === codeFingerprint(page.files, text);
  const sentence = isSame ? fr.verdict.passedBefore : fr.verdict.passedOther;
  const status = find(root, 'lab-results [role=status]', HTMLElement);
  if (status.textContent !== sentence) status.textContent = sentence;
  for (const check of root.querySelectorAll<HTMLElement>('lab-results .check')) {
    check.dataset.status = isSame ? 'pass' : 'neutral';
    find(check, '.check-status', HTMLElement).textContent =
      fr.verdict.status[isSame ? 'pass' : 'neutral'];
  }
}

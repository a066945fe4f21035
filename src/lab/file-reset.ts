// « Revenir au départ »: gives the starter back, and then the student's code again, even after a reload.
import { fr } from '../i18n/fr.ts';
import type { LabContext } from './lab-context.ts';
import { forgetReplaced, keepReplaced, readReplaced } from './replaced-work.ts';

export function connectFileReset(lab: LabContext): void {
  const { code, notice } = lab;
  const starter = (): string => code.starterOf(code.opened.get()) ?? '';

  const offerBack = (mine: string): void => {
    const path = code.opened.get();
    notice.say(fr.lab.resetDone, [
      {
        label: fr.lab.undoReset,
        act: () => {
          void code.show(path).then(() => {
            code.editor.replace(mine);
            forgetReplaced(path);
          });
        },
      },
    ]);
  };

  /** A reset before the page was last left can still be taken back. */
  const offerReplaced = (): void => {
    const mine = readReplaced(code.opened.get());
    if (mine !== null && code.editor.text === starter()) offerBack(mine);
  };

  const reset = (): void => {
    const mine = code.editor.text;
    if (mine === starter()) {
      // Nothing to replace; an offer that stands stays.
      if (notice.childElementCount === 0) notice.say(fr.lab.resetDone);
      offerReplaced();
      return;
    }
    keepReplaced(code.opened.get(), mine);
    code.editor.replace(starter());
    offerBack(mine);
  };

  for (const button of lab.root.querySelectorAll('[data-reset]')) {
    button.addEventListener('click', () => void code.files.then(reset));
  }
  void code.files.then(offerReplaced);
}

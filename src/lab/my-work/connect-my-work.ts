// « Mon travail » from a step's page: over it rather than in its place, since leaving would need the server, or lose a memory.
import { find } from '../element.ts';
import type { LabContext } from '../lab-context.ts';
import { MyWork } from './my-work.ts';

export function connectMyWork({ root, code }: LabContext): void {
  const dialog = find(root, '.work-dialog', HTMLDialogElement);
  const work = find(dialog, 'my-work', MyWork);
  for (const link of root.querySelectorAll('[data-my-work]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      dialog.showModal();
      // What was typed last may still be on its way to the storage.
      void code.files.then((files) => files.settled).then(() => work.refresh());
    });
  }
  find(dialog, '[data-close-work]', HTMLElement).addEventListener('click', () => {
    dialog.close();
  });
}

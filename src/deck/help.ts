// The list of keys that `?` opens, in place of reveal's English one.
import { keepKeys } from './dialogs.ts';
import { DECK_KEYS } from './keys.ts';

/** Fills the dialog and returns what opens or closes it. */
export function prepareHelp(dialog: HTMLDialogElement): () => void {
  const list = dialog.querySelector('[data-deck-keys]');
  for (const { keys, does } of DECK_KEYS) {
    const term = document.createElement('dt');
    const description = document.createElement('dd');
    term.textContent = keys;
    description.textContent = does;
    list?.append(term, description);
  }
  keepKeys(dialog);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === '?') dialog.close();
  });
  return () => {
    if (dialog.open) dialog.close();
    else dialog.showModal();
  };
}

// What every dialog of the deck does: its keys stay its own, and a click on its backdrop closes it.

/** While it is open its keys do not reach the deck: Escape closes it, and opens no overview. */
export function keepKeys(dialog: HTMLDialogElement): void {
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

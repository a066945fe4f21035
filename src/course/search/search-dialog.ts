// The button of the bar that opens the search over the page, and `/`, which does the same.

export function prepareSearchDialog(page: Document): void {
  const dialog = page.querySelector<HTMLDialogElement>('dialog.search-dialog');
  const button = page.querySelector<HTMLButtonElement>('[data-open-search]');
  if (dialog === null || button === null) return;
  button.hidden = false;
  const open = (): void => {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector('input')?.select();
  };
  button.addEventListener('click', open);
  page.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? event.target.closest('a') : null;
    // Outside the box is the dialog itself; a result may be in this very page.
    if (event.target === dialog || chosen !== null) dialog.close();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

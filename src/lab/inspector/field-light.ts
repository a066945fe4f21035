// Lights everything that shows the same field: its row, its bits, its bytes, whichever is pointed at or has the focus.

const LIT = 'lit';

/** Elements of `root` that show a field carry its rank in `data-field`. */
export function lightFields(root: HTMLElement): void {
  const show = (event: Event): void => {
    const { target } = event;
    const shown = target instanceof Element ? target.closest('[data-field]') : null;
    light(root, shown?.getAttribute('data-field') ?? null);
  };
  root.addEventListener('pointerover', show);
  root.addEventListener('focusin', show);
  root.addEventListener('pointerleave', () => {
    const focused = root.querySelector('[data-field]:focus-visible');
    light(root, focused?.getAttribute('data-field') ?? null);
  });
  root.addEventListener('focusout', () => {
    light(root, null);
  });
}

function light(root: HTMLElement, field: string | null): void {
  for (const shown of root.querySelectorAll(`.${LIT}`)) shown.classList.remove(LIT);
  if (field === null) return;
  for (const shown of root.querySelectorAll(`[data-field="${field}"]`)) shown.classList.add(LIT);
}

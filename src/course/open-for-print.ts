// On paper nothing can be unfolded: every answer is open while the page is printed, then as it was.

export function openForPrint(page: Window): void {
  let folded: readonly HTMLDetailsElement[] = [];
  page.addEventListener('beforeprint', () => {
    folded = [...page.document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const one of folded) one.open = true;
  });
  page.addEventListener('afterprint', () => {
    for (const one of folded) one.open = false;
    folded = [];
  });
}

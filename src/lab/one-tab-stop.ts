// A list of many buttons that Tab passes in one step: arrows, Home and End go from one to the next.

const TARGETS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * To be called whenever the buttons of `list` have changed. `stop` is the one that Tab reaches; by default the one that
 * it was, or else the first.
 */
export function keepOneTabStop(list: HTMLElement, stop?: HTMLButtonElement): void {
  const buttons = buttonsOf(list);
  const kept = stop ?? buttons.find((each) => each.getAttribute('tabindex') === '0') ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === kept ? 0 : -1;
  // The same listeners each time, so they are there once.
  list.addEventListener('keydown', onKeyDown);
  list.addEventListener('focusin', onFocusIn);
}

function buttonsOf(list: HTMLElement): HTMLButtonElement[] {
  return [...list.querySelectorAll('button')];
}

function onKeyDown(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const buttons = buttonsOf(list);
  const at = buttons.findIndex((each) => each === document.activeElement);
  const target = TARGETS[event.key]?.(at, buttons.length - 1);
  if (at === -1 || target === undefined) return;
  event.preventDefault();
  buttons[target]?.focus();
}

/** Tab comes back to where it was left, by whatever way the focus came there. */
function onFocusIn({ currentTarget, target }: FocusEvent): void {
  if (target instanceof HTMLButtonElement) keepOneTabStop(currentTarget as HTMLElement, target);
}

// Makes of the inspector's picture of a frame something to work: each bit is a switch, and the picture one stop for Tab.
import { frame as words } from '../../i18n/demos/frame.ts';
import type { FieldReading } from '../../lab/inspector/frame-reading.ts';

export type BitHandlers = {
  /** A bit has the focus, or the pointer. */
  point(bit: number): void;
  flip(bit: number): void;
};

/** @param grid what `bitGrid` drew: its bits stand in order, from bit 0 */
export function makeSwitches(
  grid: HTMLElement,
  readings: readonly FieldReading[],
  columns: number,
  handlers: BitHandlers,
): void {
  const bits = bitsOf(grid);
  grid.removeAttribute('aria-hidden');
  grid.setAttribute('role', 'group');
  grid.setAttribute('aria-label', words.grid);
  for (const hidden of grid.querySelectorAll('.bit-ruler, .bit-name')) hidden.ariaHidden = 'true';
  bits.forEach((bit, index) => {
    const rank = Number(bit.closest('[data-field]')?.getAttribute('data-field'));
    bit.role = 'switch';
    bit.ariaChecked = String(bit.textContent === '1');
    bit.ariaLabel = words.bit(index, readings[rank]?.name ?? '');
    bit.tabIndex = index === 0 ? 0 : -1;
  });
  const bitAt = ({ target }: Event): number =>
    target instanceof HTMLElement ? bits.indexOf(target) : -1;
  grid.addEventListener('click', (event) => {
    const bit = bitAt(event);
    if (bit >= 0) handlers.flip(bit);
  });
  for (const type of ['focusin', 'pointerover']) {
    grid.addEventListener(type, (event) => {
      const bit = bitAt(event);
      if (bit >= 0) handlers.point(bit);
    });
  }
  grid.addEventListener('keydown', (event) => {
    const bit = bitAt(event);
    if (bit < 0) return;
    if (event.key === ' ' || event.key === 'Enter') handlers.flip(bit);
    else if (event.key in STEPS) focusBit(grid, STEPS[event.key]?.(bit, columns) ?? bit);
    else return;
    event.preventDefault();
  });
}

/** The bit that has the focus, or -1. */
export function focusedBit(grid: HTMLElement): number {
  return bitsOf(grid).findIndex((bit) => bit === document.activeElement);
}

/** Moves the one stop of the picture to this bit, or to the nearest that there is. */
export function focusBit(grid: HTMLElement, bit: number): void {
  const bits = bitsOf(grid);
  const target = bits[Math.min(Math.max(bit, 0), bits.length - 1)];
  if (target === undefined) return;
  for (const it of bits) it.tabIndex = it === target ? 0 : -1;
  target.focus({ preventScroll: true });
}

const bitsOf = (grid: HTMLElement): HTMLElement[] => [
  ...grid.querySelectorAll<HTMLElement>('.bits > span'),
];

const STEPS: Readonly<Record<string, (bit: number, columns: number) => number>> = {
  ArrowLeft: (bit) => bit - 1,
  ArrowRight: (bit) => bit + 1,
  ArrowUp: (bit, columns) => (bit < columns ? bit : bit - columns),
  ArrowDown: (bit, columns) => bit + columns,
  Home: (bit, columns) => bit - (bit % columns),
  End: (bit, columns) => bit - (bit % columns) + columns - 1,
};

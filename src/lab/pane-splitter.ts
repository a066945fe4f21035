// `<pane-splitter>`: the bar between editor and results, moved by pointer or keyboard, remembered.
// It follows the ARIA window splitter pattern: its value is the share, in percent, of the pane above it.

const KEY = 'trame-split';
const LEAST = 25;
const MOST = 85;
const STEP = 5;

export class PaneSplitter extends HTMLElement {
  connectedCallback(): void {
    this.tabIndex = 0;
    this.setAttribute('role', 'separator');
    this.setAttribute('aria-orientation', 'horizontal');
    this.setAttribute('aria-valuemin', String(LEAST));
    this.setAttribute('aria-valuemax', String(MOST));
    this.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    this.addEventListener('pointerdown', (event) => {
      this.setPointerCapture(event.pointerId);
    });
    this.addEventListener('pointermove', (event) => {
      if (this.hasPointerCapture(event.pointerId)) this.#follow(event.clientY);
    });
    const kept = Number(readKept());
    this.#set(Number.isFinite(kept) && kept > 0 ? kept : this.#initial(), false);
  }

  get #value(): number {
    return Number(this.getAttribute('aria-valuenow'));
  }

  #initial(): number {
    return Number(this.dataset.initial ?? '64');
  }

  #key(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: this.#value - STEP,
      ArrowDown: this.#value + STEP,
      Home: LEAST,
      End: MOST,
      Enter: this.#initial(),
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#set(next, true);
  }

  #follow(clientY: number): void {
    const box = this.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    this.#set(((clientY - box.top) / box.height) * 100, true);
  }

  #set(percent: number, keep: boolean): void {
    const value = Math.round(Math.min(MOST, Math.max(LEAST, percent)));
    this.setAttribute('aria-valuenow', String(value));
    this.parentElement?.style.setProperty('--split', `${value}%`);
    if (!keep) return;
    try {
      localStorage.setItem(KEY, String(value));
    } catch {
      // Storage is denied: the height is this visit's only.
    }
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

// The bytes of the stream with, between two of them, a place where TCP may cut: a switch, that one also drags.
import { cutter as words } from '../../i18n/demos/cutter.ts';
import { element } from '../../lab/element.ts';
import { formatHex } from '../../wire/index.ts';
import { FRAME_EDGES, PARTS, STREAM } from './receivers.ts';

/** Called when the cuts have changed; `at` is the place that was worked. */
export type CutHandler = (cuts: ReadonlySet<number>, at: number) => void;

export class StreamView {
  readonly element = element('div', {
    class: 'cutter-stream',
    role: 'group',
    'aria-label': words.stream,
  });
  readonly #gaps: HTMLButtonElement[] = [];
  readonly #changed: CutHandler;
  #cuts = new Set<number>();
  /** The cut under a pressed pointer, where it stands now. */
  #dragged: number | null = null;
  #hasMoved = false;

  constructor(changed: CutHandler) {
    this.#changed = changed;
    STREAM.forEach((byte, offset) => {
      if (offset > 0) this.element.append(this.#gap(offset));
      const name = `cutter-byte field-${PARTS[offset] ?? 'payload'}`;
      this.element.append(element('code', { class: name }, formatHex(Uint8Array.of(byte))));
    });
    this.element.addEventListener('pointerup', () => {
      this.#dragged = null;
    });
    this.element.addEventListener('pointerleave', () => {
      this.#dragged = null;
    });
  }

  show(cuts: ReadonlySet<number>): void {
    this.#cuts = new Set(cuts);
    for (const [index, gap] of this.#gaps.entries()) {
      gap.ariaChecked = String(cuts.has(index + 1));
    }
  }

  #gap(at: number): HTMLButtonElement {
    const gap = element('button', {
      type: 'button',
      // A line runs under each frame, and stops between two of them.
      class: FRAME_EDGES.includes(at) ? 'cutter-gap is-edge' : 'cutter-gap',
      role: 'switch',
      'aria-label': words.gap(at - 1, at),
      tabindex: at === 1 ? '0' : '-1',
    });
    this.#gaps.push(gap);
    gap.addEventListener('click', () => {
      if (this.#hasMoved) this.#hasMoved = false;
      else this.#toggle(at);
    });
    gap.addEventListener('keydown', (event) => {
      this.#onKey(event, at);
    });
    gap.addEventListener('pointerdown', (event) => {
      this.#hasMoved = false;
      this.#dragged = this.#cuts.has(at) ? at : null;
      // A finger captures what it first touched: the others must hear of it too.
      gap.releasePointerCapture(event.pointerId);
    });
    gap.addEventListener('pointerenter', () => {
      if (this.#dragged === null || this.#dragged === at) return;
      this.#move(this.#dragged, at);
      this.#dragged = at;
      this.#hasMoved = true;
    });
    return gap;
  }

  #onKey(event: KeyboardEvent, at: number): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = Math.min(Math.max(at + step, 1), STREAM.length - 1);
    if (event.shiftKey && this.#cuts.has(at)) this.#move(at, to);
    this.#focus(to);
  }

  #toggle(at: number): void {
    if (!this.#cuts.delete(at)) this.#cuts.add(at);
    this.#focus(at);
    this.#tell(at);
  }

  /** Onto another cut, the two are one. */
  #move(from: number, to: number): void {
    this.#cuts.delete(from);
    this.#cuts.add(to);
    this.#tell(to);
  }

  #tell(at: number): void {
    this.show(this.#cuts);
    this.#changed(this.#cuts, at);
  }

  #focus(at: number): void {
    for (const [index, gap] of this.#gaps.entries()) gap.tabIndex = index + 1 === at ? 0 : -1;
    this.#gaps[at - 1]?.focus({ preventScroll: true });
  }
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -STREAM.length,
  End: STREAM.length,
};

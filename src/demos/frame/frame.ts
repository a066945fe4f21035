// `<demo-frame>`: paste bytes or choose an example, change any bit, and the frame is read again at once.
import { frame as words } from '../../i18n/demos/frame.ts';
import { element } from '../../lab/element.ts';
import { bitGrid, type GridColumns } from '../../lab/inspector/bit-grid.ts';
import type { Sender } from '../../lab/inspector/entry.ts';
import { lightFields } from '../../lab/inspector/field-light.ts';
import '../../styles/demos/frame.css';
import { fieldAtBit, formatHex, parseHex } from '../../wire/index.ts';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { focusBit, focusedBit, makeSwitches } from './bit-switches.ts';
import { bytesOf, FRAME_EXAMPLES, senderOf } from './examples.ts';
import { explore } from './exploration.ts';
import { fieldLine, fieldTable, findings } from './frame-table.ts';

/** More would be a payload, and this figure is about headers. */
const LONGEST = 1_024;
/** What a slide has room for: three rows of 32 bits, unless the header alone has more. */
const SLIDE_BYTES = 12;
const PAGE_PAYLOAD = 8;
/** How people write bytes elsewhere: `0x81, 0x05`, `\x81\x05`, `81:05`. */
const DECORATION = /0x|\\x|[,;:]/gi;

export class DemoFrame extends DemoElement {
  protected readonly words = words;
  readonly #example = element('select');
  readonly #sender = element('select');
  readonly #hex = element('input', {
    autocomplete: 'off',
    spellcheck: 'false',
    class: 'frame-hex',
  });
  readonly #place = element('div', { class: 'frame-place' });
  readonly #line = element('p', { class: 'frame-line' });
  readonly #table = element('div', { class: 'frame-fields' });
  #bytes: Uint8Array = new Uint8Array(0);
  #columns: GridColumns = 32;

  protected draw(stage: HTMLElement): void {
    this.#bytes = bytesOf(this.dataset.octets);
    stage.replaceChildren(this.#controls(), this.#place, this.#line, this.#table);
    this.#sender.value = senderOf(this.dataset.emetteur, this.#bytes);
    this.#chooseExample();
    lightFields(stage);
    this.#followWidth();
    this.#columns = this.#columnsFor(this.#place.clientWidth);
    this.#showBytes();
  }

  #controls(): HTMLElement {
    const own = element('option', { value: '' }, words.own);
    const examples = FRAME_EXAMPLES.map(({ name }, index) =>
      element('option', { value: String(index) }, name),
    );
    this.#example.replaceChildren(...examples, own);
    this.#example.onchange = () => {
      const example = FRAME_EXAMPLES[Number(this.#example.value)];
      if (this.#example.value === '' || example === undefined) {
        this.#hex.focus();
        return;
      }
      this.#bytes = example.bytes;
      this.#sender.value = example.sender;
      this.#showBytes();
    };
    this.#sender.replaceChildren(
      ...Object.entries(words.senders).map(([value, name]) => element('option', { value }, name)),
    );
    this.#sender.onchange = () => {
      this.#update();
    };
    this.#hex.oninput = () => {
      this.#readHex();
    };
    const labelled = (name: string, control: HTMLElement, className: string): HTMLElement =>
      element('label', { class: className }, element('span', {}, name), control);
    return element(
      'div',
      { class: 'demo-controls' },
      labelled(words.example, this.#example, 'frame-example'),
      labelled(words.sender, this.#sender, 'frame-sender'),
      labelled(words.hex, this.#hex, 'frame-bytes'),
    );
  }

  #readHex(): void {
    const typed = parse(this.#hex.value.replaceAll(DECORATION, ' '));
    const problem =
      typed === null ? words.notHex : typed.length > LONGEST ? words.tooLong(LONGEST) : null;
    this.#hex.ariaInvalid = String(problem !== null);
    if (typed === null || problem !== null) {
      this.say(problem ?? words.notHex);
      return;
    }
    this.#bytes = typed;
    this.#chooseExample();
    this.#update();
  }

  #flip(bit: number): void {
    const byte = this.#bytes[bit >> 3];
    if (byte === undefined) return;
    this.#bytes = this.#bytes.slice();
    this.#bytes[bit >> 3] = byte ^ (0x80 >> (bit & 7));
    this.#showBytes(bit);
    this.#chooseExample();
  }

  #showBytes(flipped: number | null = null): void {
    this.#hex.value = formatHex(this.#bytes);
    this.#hex.ariaInvalid = 'false';
    this.#update(flipped);
  }

  /** Which example the bytes are, if they are one. */
  #chooseExample(): void {
    const hex = formatHex(this.#bytes);
    const index = FRAME_EXAMPLES.findIndex(({ bytes }) => formatHex(bytes) === hex);
    this.#example.value = index < 0 ? '' : String(index);
  }

  #update(flipped: number | null = null): void {
    const sender: Sender = this.#sender.value === 'server' ? 'server' : 'client';
    const exploration = explore(this.#bytes, sender);
    const { entry, readings } = exploration;
    const fields = readings.map(({ field }) => field);
    const readingAt = (bit: number) =>
      readings.find(({ field }) => field === fieldAtBit(fields, bit));
    const focused = focusedBit(this.#place);
    const payload = this.isInDeck
      ? Math.max(0, SLIDE_BYTES - (entry.header?.headerSize ?? 0))
      : PAGE_PAYLOAD;
    const grid = bitGrid(entry, readings, this.#columns, payload);
    const point = (bit: number): void => {
      const reading = readingAt(bit);
      if (reading !== undefined) this.#line.replaceChildren(nodesOf(fieldLine(reading)));
    };
    makeSwitches(grid, readings, this.#columns, {
      point,
      flip: (bit) => {
        this.#flip(bit);
      },
    });
    this.#place.replaceChildren(grid);
    this.#table.replaceChildren(nodesOf(fieldTable(readings)));
    point(flipped ?? Math.max(focused, 0));
    if (focused >= 0) focusBit(grid, focused);
    const said = findings(exploration).join(' ');
    if (flipped === null) this.say(said);
    else {
      const value = ((this.#bytes[flipped >> 3] ?? 0) >> (7 - (flipped & 7))) & 1;
      this.say(`${words.flipped(flipped, readingAt(flipped)?.name ?? '', value)} ${said}`);
    }
  }

  #followWidth(): void {
    const observer = new ResizeObserver(() => {
      const columns = this.#columnsFor(this.#place.clientWidth);
      if (columns === this.#columns) return;
      this.#columns = columns;
      this.#update();
    });
    observer.observe(this.#place);
    this.gone.addEventListener('abort', () => {
      observer.disconnect();
    });
  }

  /** A bit is a target: 24 px at least. */
  #columnsFor(width: number): GridColumns {
    if (this.isInDeck || width >= 800) return 32;
    return width >= 480 ? 16 : 8;
  }
}

function parse(hex: string): Uint8Array | null {
  try {
    return parseHex(hex);
  } catch {
    return null;
  }
}

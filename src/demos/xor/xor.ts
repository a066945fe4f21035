// `<demo-xor>`: type a text, change the key, mask twice, and watch every byte and its bits.
import type { Random } from '../../grading/random.ts';
import { xor as words } from '../../i18n/demos/xor.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/xor.css';
import { formatHex, MASKING_KEY_SIZE } from '../../wire/index.ts';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { keyOf, textOf } from './attributes.ts';
import { xorRows, xorTable } from './xor-table.ts';

const ONE_BYTE = /^[0-9a-f]{1,2}$/i;
/** Enough for a sentence; the table shows the first bytes. */
const LONGEST_TEXT = 60;

export class DemoXor extends DemoElement {
  protected readonly words = words;
  readonly #table = element('div', { class: 'xor-place' });
  readonly #text = element('input', { maxlength: String(LONGEST_TEXT), autocomplete: 'off' });
  readonly #bytes = Array.from({ length: MASKING_KEY_SIZE }, (_, rank) => this.#byteInput(rank));
  readonly #twice = element('button', { type: 'button', class: 'quiet' }, words.twice);
  #key = keyOf();

  protected draw(stage: HTMLElement): void {
    this.#key = keyOf(this.dataset.cle);
    this.#text.value = textOf(this.dataset.texte);
    this.#twice.setAttribute('aria-pressed', 'false');
    stage.replaceChildren(this.#controls(this.createRandom()), this.#table);
    this.#showKey();
    this.#update();
  }

  #controls(random: Random): HTMLElement {
    this.#text.oninput = () => {
      this.#update();
    };
    this.#twice.onclick = () => {
      this.#twice.ariaPressed = String(this.#twice.ariaPressed !== 'true');
      this.#update();
    };
    const draw = element('button', { type: 'button', class: 'quiet' }, words.drawKey);
    draw.addEventListener('click', () => {
      this.#key = Uint8Array.from(random.bytes(MASKING_KEY_SIZE));
      this.#showKey();
      this.#update();
    });
    const labels = this.#bytes.map((input, rank) =>
      element('label', {}, element('span', {}, words.keyByte(rank)), input),
    );
    return element(
      'div',
      { class: 'demo-controls' },
      element('label', { class: 'xor-text' }, element('span', {}, words.text), this.#text),
      element(
        'fieldset',
        { class: 'xor-key' },
        element('legend', { class: 'visually-hidden' }, words.key),
        ...labels,
      ),
      draw,
      this.#twice,
    );
  }

  #byteInput(rank: number): HTMLInputElement {
    const input = element('input', { maxlength: '2', autocomplete: 'off', spellcheck: 'false' });
    input.addEventListener('input', () => {
      const isByte = ONE_BYTE.test(input.value);
      input.ariaInvalid = String(!isByte);
      if (isByte) this.#setByte(rank, Number.parseInt(input.value, 16));
      else this.say(words.notAByte);
    });
    input.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      this.#setByte(rank, ((this.#key[rank] ?? 0) + step) & 0xff);
      this.#showKey();
    });
    // What was left unfinished gives way to the byte in use.
    input.addEventListener('blur', () => {
      this.#showKey();
    });
    return input;
  }

  #setByte(rank: number, byte: number): void {
    this.#key = this.#key.with(rank, byte);
    this.#update();
  }

  #showKey(): void {
    this.#bytes.forEach((input, rank) => {
      input.value = formatHex(this.#key.subarray(rank, rank + 1));
      input.ariaInvalid = 'false';
    });
  }

  #update(): void {
    const rows = xorRows(this.#text.value, this.#key);
    const isTwice = this.#twice.ariaPressed === 'true';
    this.#table.replaceChildren(nodesOf(xorTable(rows, isTwice)));
    if (rows.length === 0) this.say(words.empty);
    else if (isTwice) this.say(words.saidTwice);
    else if (this.#key.every((byte) => byte === 0)) this.say(words.saidZero);
    else this.say(words.saidOnce(formatHex(this.#key)));
  }
}

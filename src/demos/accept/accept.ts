// `<demo-accept>`: change the key, choose a way of computing, and read every stage as far as the proof.
import { accept as words } from '../../i18n/demos/accept.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/accept.css';
import { encodeHandshakeKey, isHandshakeKey, NONCE_SIZE } from '../../wire/index.ts';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { changedLetters, METHODS, stageList, stagesOf, type Method } from './accept-stages.ts';
import { isHeaderText, keyOf } from './attributes.ts';

const LONGEST_KEY = 40;

export class DemoAccept extends DemoElement {
  protected readonly words = words;
  readonly #key = element('input', {
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: String(LONGEST_KEY),
  });
  readonly #place = element('div');
  #method: Method = 'rfc';
  /** The proof shown before, to count what a change of the key changes in it. */
  #last: { readonly key: string; readonly accept: string } | null = null;

  protected draw(stage: HTMLElement): void {
    this.#method = 'rfc';
    this.#last = null;
    this.#key.value = keyOf(this.dataset.cle);
    stage.replaceChildren(this.#controls(), this.#methods(), this.#place);
    this.#update();
  }

  #controls(): HTMLElement {
    const random = this.createRandom();
    this.#key.oninput = () => {
      this.#update();
    };
    const draw = element('button', { type: 'button', class: 'quiet' }, words.drawKey);
    draw.addEventListener('click', () => {
      this.#key.value = encodeHandshakeKey(random.bytes(NONCE_SIZE));
      this.#update();
    });
    const label = element('label', { class: 'accept-key' }, element('span', {}, words.key));
    label.append(this.#key);
    return element('div', { class: 'demo-controls' }, label, draw);
  }

  #methods(): HTMLElement {
    const name = `methode-${crypto.getRandomValues(new Uint32Array(1)).join()}`;
    const radios = METHODS.map((method) => {
      const radio = element('input', {
        type: 'radio',
        name,
        value: method,
        checked: method === this.#method,
      });
      radio.addEventListener('change', () => {
        this.#method = method;
        this.#update();
      });
      return element(
        'label',
        { class: 'demo-radio' },
        radio,
        element('span', {}, words.methods[method]),
      );
    });
    return element(
      'fieldset',
      { class: 'demo-radios' },
      element('legend', {}, words.method),
      ...radios,
    );
  }

  #update(): void {
    const key = this.#key.value.trim();
    const isText = isHeaderText(key);
    this.#key.ariaInvalid = String(!isHandshakeKey(key));
    const stages = isText ? stagesOf(key, this.#method) : null;
    this.#place.replaceChildren(...(stages === null ? [] : [nodesOf(stageList(stages))]));
    if (!isText) this.say(words.notAscii);
    else if (stages === null) this.say(words.cannotDecode);
    else if (!isHandshakeKey(key)) this.say(words.notAKey);
    else if (this.#method !== 'rfc') this.say(words.mistakes[this.#method]);
    else this.say(this.#progress(key, stages.accept));
    if (stages?.isRight === true) this.#last = { key, accept: stages.accept };
  }

  #progress(key: string, accept: string): string {
    if (this.#last === null || this.#last.key === key) return words.right;
    return words.changed(changedLetters(accept, this.#last.accept), accept.length);
  }
}

// `<demo-xss>`: one message, two chats in frames from which nothing comes out; one takes the message for HTML.
import { xss as words } from '../../i18n/demos/xss.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/xss.css';
import { DemoElement } from '../kit/demo-element.ts';
import { readInert, type InertReading } from './inert-reading.ts';
import { escapedHtml, gluedHtml, sentenceOf, XSS_EXAMPLES, type ChatMessage } from './messages.ts';

const LONGEST = 500;
const OWN = '';

type Pane = { readonly frame: HTMLIFrameElement; readonly count: HTMLElement };

export class DemoXss extends DemoElement {
  protected readonly words = words;
  readonly #example = element('select');
  readonly #pseudo = element('input', { autocomplete: 'off', spellcheck: 'false' });
  readonly #text = element('textarea', { rows: '2', spellcheck: 'false' });
  readonly #glued = pane(words.frames.html);
  readonly #escaped = pane(words.frames.text);

  protected draw(stage: HTMLElement): void {
    this.#example.replaceChildren(
      ...XSS_EXAMPLES.map(({ name }, index) => element('option', { value: String(index) }, name)),
      element('option', { value: OWN }, words.own),
    );
    this.#example.onchange = () => {
      const example = XSS_EXAMPLES[Number(this.#example.value)];
      if (this.#example.value === OWN || example === undefined) this.#text.focus();
      else this.#write(example);
    };
    for (const field of [this.#pseudo, this.#text]) {
      field.oninput = () => {
        this.#example.value = OWN;
        this.#show();
      };
    }
    stage.replaceChildren(
      element(
        'div',
        { class: 'demo-controls' },
        labelled(words.example, this.#example, 'xss-example'),
        labelled(words.pseudo, this.#pseudo, 'xss-pseudo'),
        labelled(words.message, this.#text, 'xss-text'),
      ),
      element(
        'div',
        { class: 'xss-panes' },
        section(words.panes.html, this.#glued),
        section(words.panes.text, this.#escaped),
      ),
    );
    const [first] = XSS_EXAMPLES;
    if (first !== undefined) this.#write(first);
  }

  #write({ pseudo, text }: ChatMessage): void {
    this.#pseudo.value = pseudo;
    this.#text.value = text;
    this.#show();
  }

  #show(): void {
    const message = { pseudo: this.#pseudo.value, text: this.#text.value };
    const isLong = message.pseudo.length + message.text.length > LONGEST;
    this.#text.ariaInvalid = String(isLong);
    if (isLong) {
      this.say(words.tooLong(LONGEST));
      return;
    }
    const { made } = fill(this.#glued, gluedHtml(message));
    fill(this.#escaped, escapedHtml(message));
    this.say(sentenceOf(made));
  }
}

/** `sandbox` without a word: no script, no form, no window, an origin of its own. It also has our page's policy. */
function pane(title: string): Pane {
  return {
    frame: element('iframe', { sandbox: true, title, class: 'xss-frame' }),
    count: element('p', { class: 'xss-count' }),
  };
}

function fill({ frame, count }: Pane, html: string): InertReading {
  const reading = readInert(html);
  const { elements, handlers } = reading.made;
  frame.srcdoc = `<!doctype html><html lang="fr"><meta name="color-scheme" content="light dark"><title>${frame.title}</title><main>${reading.html}</main>`;
  count.textContent = words.made(elements, handlers);
  return reading;
}

const section = (name: string, { frame, count }: Pane): HTMLElement =>
  element('div', { role: 'group', 'aria-label': name }, element('h3', {}, name), frame, count);

const labelled = (name: string, control: HTMLElement, className: string): HTMLElement =>
  element('label', { class: className }, element('span', {}, name), control);

// `<demo-echo>`: what one writes leaves over a real WebSocket, and comes back; both frames as the server saw them.
import { echo as words } from '../../i18n/demos/echo.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/echo.css';
import { MASKING_KEY_SIZE } from '../../wire/index.ts';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { EchoLink } from './echo-link.ts';
import { simulate, type Exchange } from './exchange.ts';
import { frameLines } from './frame-lines.ts';

const FIRST = 'é';
const LONGEST = 10_000;

export class DemoEcho extends DemoElement {
  protected readonly words = words;
  readonly #text = element('input', { autocomplete: 'off', spellcheck: 'false' });
  readonly #reconnect = element('button', { type: 'button', class: 'quiet' }, words.reconnect);
  readonly #source = element('p', { class: 'echo-source' });
  readonly #frames = element('div', { class: 'echo-frames' });
  #link: EchoLink | null = null;
  /** The server was away: until one asks again, frames are computed here. */
  #isSimulated = false;
  /** To be sent as soon as the connection is open. */
  #next: string | null = null;

  protected draw(stage: HTMLElement): void {
    this.#link = new EchoLink({
      opened: () => {
        this.#opened();
      },
      exchanged: (exchange) => {
        this.#show(exchange, words.said.real(exchange.received.total, exchange.sent.total));
      },
      failed: (wasOpen, unanswered) => {
        this.#failed(wasOpen, unanswered);
      },
    });
    this.#isSimulated = false;
    this.#text.value = FIRST;
    stage.replaceChildren(this.#controls(), this.#source, this.#frames);
    this.#frames.replaceChildren();
    this.#closeWhenAway();
    this.#send();
  }

  #controls(): HTMLElement {
    const form = element(
      'form',
      { class: 'demo-controls' },
      element('label', { class: 'echo-text' }, element('span', {}, words.message), this.#text),
      element('button', { class: 'quiet' }, words.send),
      this.#reconnect,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#reconnect.onclick = () => {
      this.#isSimulated = false;
      this.#text.focus();
      this.#send();
    };
    return form;
  }

  #send(): void {
    const text = this.#text.value;
    const isLong = text.length > LONGEST;
    this.#text.ariaInvalid = String(isLong);
    const link = this.#link;
    if (link === null) return;
    if (isLong) this.say(words.said.tooLong(LONGEST));
    else if (this.#isSimulated) this.#simulate(text, null);
    else if (link.isWaiting) this.say(words.said.busy);
    else if (link.isOpen) link.send(text);
    else {
      this.#next = text;
      this.#nameSource('connecting');
      this.say(words.said.connecting);
      link.connect();
    }
  }

  #opened(): void {
    this.#nameSource('real');
    const text = this.#next;
    this.#next = null;
    if (text !== null) this.#link?.send(text);
  }

  #failed(wasOpen: boolean, unanswered: string | null): void {
    const text = unanswered ?? this.#next ?? this.#text.value;
    this.#next = null;
    this.#isSimulated = true;
    this.#nameSource('simulated');
    this.#simulate(text, wasOpen ? words.said.lost : words.said.away);
  }

  #simulate(text: string, why: string | null): void {
    const exchange = simulate(text, this.createRandom().bytes(MASKING_KEY_SIZE));
    const { received, sent } = exchange;
    this.#show(exchange, why ?? words.said.simulated(received.total, sent.total));
  }

  #show({ received, sent }: Exchange, sentence: string): void {
    this.#frames.replaceChildren(
      nodesOf(frameLines(words.client(received.total), received)),
      nodesOf(frameLines(words.server(sent.total), sent)),
    );
    this.say(sentence);
  }

  #nameSource(source: keyof typeof words.sources): void {
    this.#source.textContent = words.sources[source];
    this.#source.dataset.source = source;
    this.#reconnect.hidden = source !== 'simulated';
  }

  /** Nobody looks: the server need not keep a place. The next message opens it again. */
  #closeWhenAway(): void {
    const leave = (): void => {
      if (this.#link === null || this.#link.isIdle) return;
      this.#link.close();
      this.#next = null;
      this.#nameSource('idle');
    };
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === false) leave();
    });
    observer.observe(this);
    // A slide that is left stays where it was, unseen: only its class says so.
    const slide = this.closest('.reveal section');
    const turned = new MutationObserver(() => {
      if (slide?.classList.contains('present') === false) leave();
    });
    if (slide !== null) turned.observe(slide, { attributeFilter: ['class'] });
    window.addEventListener('pagehide', leave, { signal: this.gone });
    this.gone.addEventListener('abort', () => {
      observer.disconnect();
      turned.disconnect();
      leave();
    });
  }
}

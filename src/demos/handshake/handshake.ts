// `<demo-handshake>`: a connection's life, one arrow at a time, at the pace of whoever explains it.
import { handshake as words } from '../../i18n/demos/handshake.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/handshake.css';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { arrivals, SCENARIOS, type ScenarioName } from './scenarios.ts';
import { NARROW, sequenceDiagram, told, WIDE } from './sequence-diagram.ts';

const LATENCIES = [5, 20, 100, 400] as const;
const USUAL_LATENCY = 20;
/** In pixels: below, the labels of the wide drawing would be too small to read. */
const NARROW_BELOW = 620;

export class DemoHandshake extends DemoElement {
  protected readonly words = words;
  readonly #place = element('div', { class: 'sequence-place' });
  readonly #bytes = element('p', { class: 'sequence-bytes' });
  readonly #scenario = element('select');
  readonly #latency = element('select');
  readonly #previous = element('button', { type: 'button', class: 'quiet' }, words.previous);
  readonly #next = element('button', { type: 'button', class: 'quiet' }, words.next);
  #shown = 0;

  protected draw(stage: HTMLElement): void {
    this.#shown = 0;
    this.#scenario.replaceChildren(
      ...Object.entries(words.scenarios).map(([value, name]) => element('option', { value }, name)),
    );
    this.#latency.replaceChildren(
      ...LATENCIES.map((value) => element('option', { value: String(value) }, words.time(value))),
    );
    this.#latency.value = String(USUAL_LATENCY);
    this.#scenario.onchange = () => {
      this.#goTo(0);
    };
    this.#latency.onchange = () => {
      this.#show();
      const journey = this.#journey;
      const message = this.#passages.findIndex(({ name }) => name === 'hello');
      const sent = arrivals(this.#passages, journey)[message - 1];
      if (sent !== undefined) this.say(words.first(sent));
    };
    this.#next.onclick = () => {
      this.#goTo(this.#shown === this.#passages.length ? 0 : this.#shown + 1);
    };
    this.#previous.onclick = () => {
      this.#goTo(Math.max(0, this.#shown - 1));
    };
    stage.replaceChildren(
      element(
        'div',
        { class: 'demo-controls' },
        this.#next,
        this.#previous,
        element('label', {}, element('span', {}, words.scenario), this.#scenario),
        element('label', {}, element('span', {}, words.latency), this.#latency),
      ),
      this.#place,
      this.#bytes,
    );
    const resize = new ResizeObserver(() => {
      this.#show();
    });
    resize.observe(this.#place);
    this.gone.addEventListener('abort', () => {
      resize.disconnect();
    });
    this.#goTo(0);
  }

  get #passages() {
    return SCENARIOS[this.#scenario.value as ScenarioName];
  }

  get #journey(): number {
    return Number(this.#latency.value);
  }

  #goTo(shown: number): void {
    this.#shown = shown;
    this.#show();
    const passages = this.#passages;
    const last = passages[shown - 1];
    this.say(
      last === undefined ? words.start : words.step(shown, passages.length, told(last).says),
    );
  }

  #show(): void {
    const passages = this.#passages;
    const geometry = this.#place.clientWidth < NARROW_BELOW ? NARROW : WIDE;
    this.#place.replaceChildren(
      nodesOf(sequenceDiagram(passages, this.#shown, this.#journey, geometry)),
    );
    const bytes = passages[this.#shown - 1]?.bytes ?? null;
    this.#bytes.replaceChildren(bytes === null ? '' : element('code', {}, bytes));
    this.#next.textContent = this.#shown === passages.length ? words.again : words.next;
    this.#previous.ariaDisabled = String(this.#shown === 0);
  }
}

// `<demo-race>`: polling, long polling, SSE and WebSocket in one simulated network, which the reader sets.
import { race as words } from '../../i18n/demos/race.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/race.css';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { raceTable } from './race-table.ts';
import { POLLS, RATES, ROUND_TRIPS, USUAL } from './settings.ts';
import { simulate, type Network } from './simulate.ts';

export class DemoRace extends DemoElement {
  protected readonly words = words;
  readonly #table = element('div', { class: 'race-place' });
  #network: Network = USUAL;
  #seed = 1;

  protected draw(stage: HTMLElement): void {
    this.#network = USUAL;
    this.#seed = this.createRandom().integer(0, 1_000_000);
    stage.replaceChildren(
      element(
        'div',
        { class: 'demo-controls' },
        this.#select(words.roundTrip, ROUND_TRIPS, words.milliseconds, 'roundTrip'),
        this.#select(words.rate, RATES, (ms) => words.rates[ms], 'between'),
        this.#select(words.poll, POLLS, words.every, 'pollEvery'),
        this.#drawButton(),
      ),
      this.#table,
      element('p', { class: 'demo-note' }, words.note),
    );
    this.#show();
  }

  #select<Value extends number>(
    name: string,
    values: readonly Value[],
    label: (value: Value) => string,
    setting: keyof Network,
  ): HTMLElement {
    const select = element(
      'select',
      {},
      ...values.map((value) => element('option', { value: String(value) }, label(value))),
    );
    select.value = String(USUAL[setting]);
    select.addEventListener('change', () => {
      this.#network = { ...this.#network, [setting]: Number(select.value) };
      this.#show();
    });
    return element('label', {}, element('span', {}, name), select);
  }

  #drawButton(): HTMLElement {
    const button = element('button', { type: 'button', class: 'quiet' }, words.draw);
    button.addEventListener('click', () => {
      this.#seed += 1;
      this.#show();
    });
    return button;
  }

  #show(): void {
    const run = simulate(this.#network, this.#seed);
    this.#table.replaceChildren(nodesOf(raceTable(run)));
    const { polling, webSocket } = run.costs;
    this.say(
      words.said(polling.requests, run.messages, Math.round(polling.bytes / webSocket.bytes)),
    );
  }
}

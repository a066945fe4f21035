// `<demo-cutter>`: cut a stream of three frames wherever TCP could, and see what two receivers deliver.
import { cutter as words } from '../../i18n/demos/cutter.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/cutter.css';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { PRESETS, receiverLists, verdict } from './readings.ts';
import { STREAM } from './receivers.ts';
import { StreamView } from './stream-view.ts';

/** One place in so many is cut, at random. */
const RANDOM_PLACES = 4;

export class DemoCutter extends DemoElement {
  protected readonly words = words;
  readonly #lists = element('div', { class: 'cutter-panes' });

  protected draw(stage: HTMLElement): void {
    const view = new StreamView((cuts, at) => {
      this.#update(cuts, cuts.has(at) ? words.cutAt(at - 1, at) : words.joinedAt(at - 1, at));
    });
    const cutAs = (name: string, cuts: () => ReadonlySet<number>): HTMLElement => {
      const button = element('button', { type: 'button', class: 'quiet' }, name);
      button.addEventListener('click', () => {
        const chosen = cuts();
        view.show(chosen);
        this.#update(chosen, '');
      });
      return button;
    };
    const random = this.createRandom();
    const presets = Object.entries(PRESETS).map(([name, cuts]) =>
      cutAs(words.presets[name as keyof typeof PRESETS], () => cuts),
    );
    const atRandom = cutAs(words.random, () => {
      const places = Array.from({ length: STREAM.length - 1 }, (_, index) => index + 1);
      return new Set(places.filter(() => random.integer(1, RANDOM_PLACES) === 1));
    });
    stage.replaceChildren(
      element('div', { class: 'demo-controls' }, ...presets, atRandom),
      view.element,
      colourKey(),
      this.#lists,
    );
    view.show(PRESETS.none);
    this.#update(PRESETS.none, '');
  }

  #update(cuts: ReadonlySet<number>, done: string): void {
    this.#lists.replaceChildren(nodesOf(receiverLists(cuts)));
    this.say(`${done} ${verdict(cuts)}`.trim());
  }
}

/** The colours with their names: colour never speaks alone. */
function colourKey(): HTMLElement {
  const items = Object.entries(words.parts).map(([part, name]) =>
    element('li', { class: `field-${part}` }, name),
  );
  return element('ul', { class: 'cutter-key', role: 'list' }, ...items);
}

// `<demo-proxy>`: choose how the browser draws its keys, and see whether a hostile page poisons the cache.
import { proxy as words } from '../../i18n/demos/proxy.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/proxy.css';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { Attack, KEY_WAYS, type KeyWay } from './attack.ts';
import { attemptPanes, sentence } from './attempt-view.ts';

/** That of the question. */
const FIRST: KeyWay = 'counted';

export class DemoProxy extends DemoElement {
  protected readonly words = words;
  readonly #panes = element('div', { class: 'proxy-panes' });

  protected draw(stage: HTMLElement): void {
    const random = this.createRandom();
    let attack = new Attack(FIRST, random);
    const again = element('button', { type: 'button', class: 'quiet' }, words.again);
    again.addEventListener('click', () => {
      this.#play(attack);
    });
    const ways = this.#ways((way) => {
      // Another browser, behind another proxy, whose cache is empty.
      attack = new Attack(way, random);
      this.#play(attack);
    });
    stage.replaceChildren(element('div', { class: 'demo-controls' }, ways, again), this.#panes);
    this.#play(attack);
  }

  #ways(choose: (way: KeyWay) => void): HTMLElement {
    const radios = KEY_WAYS.map((way) => {
      const radio = element('input', {
        type: 'radio',
        name: 'proxy-way',
        value: way,
        checked: way === FIRST,
      });
      radio.addEventListener('change', () => {
        choose(way);
      });
      return element('label', { class: 'demo-radio' }, radio, words.ways[way]);
    });
    return element(
      'fieldset',
      { class: 'demo-radios' },
      element('legend', {}, words.way),
      ...radios,
    );
  }

  #play(attack: Attack): void {
    const attempt = attack.attempt();
    this.#panes.replaceChildren(nodesOf(attemptPanes(attempt)));
    this.say(sentence(attempt));
  }
}

// `<demo-close-codes>`: one card after the other, « qui peut l’émettre ? », and a board that fills.
import type { Random } from '../../grading/random.ts';
import { closeCodes as words } from '../../i18n/demos/close-codes.ts';
import { element } from '../../lab/element.ts';
import '../../styles/demos/close-codes.css';
import { DemoElement, nodesOf } from '../kit/demo-element.ts';
import { CARDS, EMITTERS, explain, placedTable, type Card, type Emitter } from './cards.ts';

export class DemoCloseCodes extends DemoElement {
  protected readonly words = words;
  readonly #question = element('p', { class: 'close-question' });
  readonly #answers = element('div', { class: 'demo-controls' });
  readonly #board = element('div');
  /** Those still to be placed, the next one first. */
  #left: Card[] = [];
  /** Whether each was rightly placed at once. */
  #placed = new Map<Card, boolean>();

  protected draw(stage: HTMLElement): void {
    const random = this.createRandom();
    const button = (name: string, press: () => void): HTMLElement => {
      const made = element('button', { type: 'button', class: 'quiet' }, name);
      made.addEventListener('click', press);
      return made;
    };
    this.#answers.replaceChildren(
      ...EMITTERS.map((emitter) =>
        button(words.emitters[emitter], () => {
          this.#answer(emitter);
        }),
      ),
      element('span', { class: 'close-rule', 'aria-hidden': 'true' }),
      button(words.showAll, () => {
        this.#showAll();
      }),
      button(words.again, () => {
        this.#start(random);
        this.say(words.start(CARDS.length));
      }),
    );
    stage.replaceChildren(this.#question, this.#answers, this.#board);
    this.#start(random);
    this.say(words.start(CARDS.length));
  }

  #start(random: Random): void {
    this.#left = shuffled(CARDS, random);
    this.#placed = new Map();
    this.#update();
  }

  #answer(emitter: Emitter): void {
    const card = this.#left.shift();
    if (card === undefined) {
      this.say(words.over);
      return;
    }
    const isRight = card.sentBy === emitter;
    this.#placed.set(card, isRight);
    this.#update();
    const end = this.#left.length === 0 ? ` ${this.#score()}` : '';
    this.say(explain(card, isRight) + end);
  }

  #showAll(): void {
    for (const card of CARDS) if (!this.#placed.has(card)) this.#placed.set(card, true);
    this.#left = [];
    this.#update();
    this.say(words.shown);
  }

  #score(): string {
    const right = [...this.#placed.values()].filter(Boolean).length;
    return words.score(right, CARDS.length);
  }

  #update(): void {
    const [card] = this.#left;
    const question =
      card === undefined
        ? words.allPlaced
        : words.question(card.name, CARDS.length - this.#left.length + 1, CARDS.length);
    this.#question.textContent = question;
    this.#board.replaceChildren(nodesOf(placedTable(this.#placed)));
  }
}

/** Fisher and Yates, in a copy. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items];
  const made: Item[] = [];
  while (left.length > 0) made.push(...left.splice(random.integer(0, left.length - 1), 1));
  return made;
}

// « Prédire d’abord »: the question that stands before a figure, until somebody answers it or reveals it.
import { kit as words } from '../../i18n/demos/kit.ts';
import { element } from '../../lab/element.ts';

export type Prediction = {
  readonly question: string;
  /** Three or four; the wrong ones are what people really believe. */
  readonly choices: readonly string[];
  /** Which of them is right, from 0. */
  readonly right: number;
  /** One sentence that says what is right, and why; it is read without the question. */
  readonly because: string;
};

/** `null`: « Je ne sais pas », or revealed to the room. */
export type Guess = number | null;

/** The question as a group of buttons; `answer` is called at each press. */
export function predictionGate(
  { question, choices }: Prediction,
  answer: (guess: Guess) => void,
): HTMLElement {
  const choice = (text: string, index: number): HTMLElement => {
    const letter = element('span', { class: 'demo-letter' }, letterOf(index));
    const button = element('button', { type: 'button', class: 'demo-choice' }, letter, ' ', text);
    button.addEventListener('click', () => {
      answer(index);
    });
    return element('li', {}, button);
  };
  // Alone, one may not know; in a room, the trainer reveals with R: style tells the two apart.
  const unknown = element('button', { type: 'button', class: 'quiet demo-unknown' }, words.unknown);
  unknown.addEventListener('click', () => {
    answer(null);
  });
  return element(
    'fieldset',
    { class: 'demo-gate' },
    element('legend', {}, element('span', { class: 'demo-first' }, words.first), ' ', question),
    element('ol', { class: 'demo-choices', role: 'list' }, ...choices.map(choice)),
    unknown,
    element('p', { class: 'demo-reveal-key' }, words.revealKey),
  );
}

/** What is said once the question is over. It takes the focus that the question had. */
export function predictionOutcome({ right, because }: Prediction, guess: Guess): HTMLElement {
  const verdict = words.outcome(letterOf(right), guess === null ? null : letterOf(guess));
  return element(
    'p',
    { class: 'demo-outcome', tabindex: '-1' },
    element('strong', {}, verdict),
    ' ',
    because,
  );
}

const letterOf = (index: number): string => 'ABCD'.charAt(index);

// `<quiz-question>`: one question as a form; without its script, its answer is under a fold.
import { quizWords as words } from '../i18n/quiz.ts';
import { element, find } from '../lab/element.ts';
import { rememberAnswer } from './quiz-memory.ts';
import { nextTime } from './review-schedule.ts';

/** asking ──« Vérifier »──► answered ──« Répondre de nouveau »──► asking */
class QuizQuestion extends HTMLElement {
  connectedCallback(): void {
    const form = find(this, 'form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.dataset.state === 'answered') this.#ask();
      else this.#judge();
    });
    form.addEventListener('change', () => {
      if (this.dataset.state === 'answered') this.#ask();
    });
  }

  get #options(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-option]')];
  }

  #judge(): void {
    const chosen = this.#options.find((option) => option.querySelector(':checked') !== null);
    if (chosen === undefined) {
      this.#say(words.choose);
      return;
    }
    const isRight = chosen.dataset.right !== undefined;
    this.dataset.state = 'answered';
    for (const option of this.#options) {
      const isAnswer = option.dataset.right !== undefined;
      if (!isAnswer && option !== chosen) continue;
      const mark = element('span', { class: 'quiz-mark' }, isAnswer ? words.isRight : words.chosen);
      find(option, 'label', HTMLElement).append(mark);
      find(option, '.quiz-because', HTMLElement).hidden = false;
    }
    const memory = rememberAnswer(this.dataset.question ?? '', isRight, Date.now());
    this.#say(`${isRight ? words.right : words.wrong} ${words.next[nextTime(memory)]}`);
    this.#setButton(words.again);
  }

  #ask(): void {
    delete this.dataset.state;
    for (const mark of this.querySelectorAll('.quiz-mark')) mark.remove();
    for (const because of this.querySelectorAll<HTMLElement>('.quiz-because'))
      because.hidden = true;
    this.#say('');
    this.#setButton(words.check);
  }

  #say(sentence: string): void {
    find(this, '[role="status"]', HTMLElement).textContent = sentence;
  }

  #setButton(text: string): void {
    find(this, 'button', HTMLButtonElement).textContent = text;
  }
}

customElements.define('quiz-question', QuizQuestion);

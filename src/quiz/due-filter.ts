// On /questions/: shows only what is to be reviewed today, when there is something and it is asked for.
import { quizWords as words } from '../i18n/quiz.ts';
import { find } from '../lab/element.ts';
import { dueQuestions } from './quiz-memory.ts';

/** What the home page's link asks for. */
const ASKED = '#revoir';

const questions = [...document.querySelectorAll<HTMLElement>('quiz-question')];
const due = new Set(
  dueQuestions(
    questions.map(({ dataset }) => dataset.question ?? ''),
    Date.now(),
  ),
);
if (due.size > 0) {
  const button = find(document, '[data-due]', HTMLButtonElement);
  button.textContent = words.onlyDue(due.size);
  button.hidden = false;
  const show = (isOnly: boolean): void => {
    button.ariaPressed = String(isOnly);
    for (const question of questions) {
      question.hidden = isOnly && !due.has(question.dataset.question ?? '');
    }
    for (const chapter of document.querySelectorAll<HTMLElement>('.quiz-chapter')) {
      chapter.hidden = chapter.querySelector('quiz-question:not([hidden])') === null;
    }
  };
  button.addEventListener('click', () => {
    show(button.ariaPressed !== 'true');
  });
  show(location.hash === ASKED);
}

// On the home page, a reader who comes back finds how many questions are to be reviewed.
import * as v from 'valibot';
import { quizWords as words } from '../i18n/quiz.ts';
import { dueQuestions } from './quiz-memory.ts';

const place = document.querySelector<HTMLElement>('[data-review]');
const ids = v.safeParse(v.array(v.string()), JSON.parse(place?.dataset.review ?? '[]'));
const count = ids.success ? dueQuestions(ids.output, Date.now()).length : 0;
const link = place?.querySelector('a') ?? null;
if (place instanceof HTMLElement && link instanceof HTMLElement && count > 0) {
  link.textContent = words.due(count);
  place.hidden = false;
}

// The race without its script: the minute of the question.
import { race as words } from '../../i18n/demos/race.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { raceTable } from './race-table.ts';
import { simulate } from './simulate.ts';
import { USUAL } from './settings.ts';

export const raceForm = staticForm(
  words.title,
  () =>
    html`${raceTable(simulate(USUAL, 1))}
      <p class="demo-note">${words.note}</p>`,
);

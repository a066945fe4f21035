// The states demo without its script: the table of readyState.
import { states as words } from '../../i18n/demos/states.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { statesTable } from './states-table.ts';

export const statesForm = staticForm(words.title, () => html`${statesTable(null)}`);

// The accept calculator without its script: the stages for one key, and what each mistake gives.
import { accept as words } from '../../i18n/demos/accept.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { mistakeTable, stageList, stagesOf } from './accept-stages.ts';
import { keyOf } from './attributes.ts';

export const acceptForm = staticForm(words.title, (attributes) => {
  const key = keyOf(attributes['data-cle']);
  const stages = stagesOf(key, 'rfc');
  return html`${stages === null ? null : stageList(stages)} ${mistakeTable(key)}`;
});

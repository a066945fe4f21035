// The proxy demo without its script: the same attack on three browsers.
import { proxy as words } from '../../i18n/demos/proxy.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { attackTable } from './attempt-view.ts';

export const proxyForm = staticForm(
  words.title,
  () =>
    html`<p>${words.reading}</p>
      ${attackTable()}`,
);

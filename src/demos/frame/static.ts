// The frame explorer without its script: the bytes of the slide, each field in words, and what a receiver does.
import { frame as words } from '../../i18n/demos/frame.ts';
import { formatHex } from '../../wire/index.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { bytesOf, senderOf } from './examples.ts';
import { explore } from './exploration.ts';
import { fieldTable, findings } from './frame-table.ts';

export const frameForm = staticForm(words.title, (attributes) => {
  const bytes = bytesOf(attributes['data-octets']);
  const sender = senderOf(attributes['data-emetteur'], bytes);
  const exploration = explore(bytes, sender);
  return html`<p>${words.sentBy(words.senders[sender])} <code>${formatHex(bytes)}</code></p>
    ${fieldTable(exploration.readings)}
    <p>${findings(exploration).join(' ')}</p>`;
});

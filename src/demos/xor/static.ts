// The XOR demo without its script: the text of the slide, masked with the key of RFC 6455 §5.7.
import { xor as words } from '../../i18n/demos/xor.ts';
import { formatHex } from '../../wire/index.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { keyOf, textOf } from './attributes.ts';
import { xorRows, xorTable } from './xor-table.ts';

export const xorForm = staticForm(words.title, (attributes) => {
  const text = textOf(attributes['data-texte']);
  const key = keyOf(attributes['data-cle']);
  return html`<p>${words.reading(text, formatHex(key))}</p>
    ${xorTable(xorRows(text, key), true)}`;
});

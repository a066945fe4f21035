// The two chats without their script: each message, and what it puts in the page beside text.
import { xss as words } from '../../i18n/demos/xss.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { XSS_EXAMPLES, type XssExample } from './messages.ts';

export const xssForm = staticForm(
  words.title,
  () =>
    html`<table class="demo-table xss-table">
        <caption>
          ${words.title}
        </caption>
        <thead>
          <tr>
            ${Object.values(words.columns).map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${XSS_EXAMPLES.map(row)}
        </tbody>
      </table>
      <p class="demo-note">${words.note}</p>`,
);

function row({ name, pseudo, text, made }: XssExample, index: number) {
  // The pseudo is worth a word where it is not the usual one.
  const isUsual = index === 0 || pseudo === XSS_EXAMPLES[0]?.pseudo;
  return html`<tr>
    <th scope="row">${name}</th>
    <td><code>${isUsual ? text : words.from(pseudo)}</code></td>
    <td>${words.made(made.elements, made.handlers)}</td>
  </tr>`;
}

// The hijacking without its script: the request that leaves, and which defence stops what.
import { cswsh as words } from '../../i18n/demos/cswsh.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { outcomeOf, PAGES, requestHead, UNDEFENDED, type Defences } from './attack.ts';

/** Each defence alone. */
const ALONE: Readonly<Record<keyof typeof words.defences, Partial<Defences>>> = {
  none: {},
  sameSite: { sameSite: 'Lax' },
  origin: { checksOrigin: true },
  ticket: { wantsTicket: true },
};

export const cswshForm = staticForm(
  words.title,
  () =>
    html`<p>${words.head}</p>
      <pre class="demo-head"><code>${requestHead(UNDEFENDED)}</code></pre>
      <table class="demo-table is-wordy">
        <caption>
          ${words.caption}
        </caption>
        <thead>
          <tr>
            ${Object.values(words.columns).map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Object.entries(ALONE).map(
            ([name, defence]) =>
              html`<tr>
                <th scope="row">${words.defences[name as keyof typeof ALONE]}</th>
                ${PAGES.map((page) => {
                  const outcome = outcomeOf({ ...UNDEFENDED, ...defence, page });
                  return html`<td>${outcome === 'hijacked' ? words.passes : words.stopped}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>`,
);

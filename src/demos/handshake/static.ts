// The sequence diagram without its script: a whole life, as a drawing and as a list.
import { handshake as words } from '../../i18n/demos/handshake.ts';
import { html } from '../kit/html.ts';
import { staticForm } from '../kit/static-form.ts';
import { SCENARIOS } from './scenarios.ts';
import { sequenceDiagram, told, WIDE } from './sequence-diagram.ts';

/** In milliseconds, one journey: two machines of one country. */
const LATENCY = 20;

export const handshakeForm = staticForm(words.title, () => {
  const passages = SCENARIOS.life;
  return html`<div class="demo-wide">
      ${sequenceDiagram(passages, passages.length, LATENCY, WIDE)}
    </div>
    <table class="demo-table sequence-table">
      <caption>
        ${words.caption}
      </caption>
      <tbody>
        ${passages.map((passage) => {
          const { label, page } = told(passage);
          const direction = passage.from === 'client' ? words.toServer : words.toClient;
          return html`<tr>
            <th scope="row">${direction}</th>
            <td>
              ${label}${page === null ? null : html`<br /><span class="demo-rank">${words.page} : ${page}</span>`}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>`;
});

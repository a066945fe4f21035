// The four values of readyState beside those of the 2013 course: the picture of the states demo.
import { states as words } from '../../i18n/demos/states.ts';
import { html, type Html } from '../kit/html.ts';
import { STATE_NAMES, type ReadyState } from './socket-model.ts';

/** `current` marks a row; `null`: none. */
export function statesTable(current: ReadyState | null): Html {
  const { table, meanings, sending } = words;
  const columns = [table.state, table.meaning, table.send, table.then];
  return html`<table class="demo-table states-table">
    <caption>
      ${table.caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${STATE_NAMES.map(
        (name, value) =>
          html`<tr ${current === value ? IS_CURRENT : null}>
            <th scope="row">
              <code>${value} ${name}</code>
              ${current === value ? html`<span class="states-here">${words.here}</span>` : null}
            </th>
            <td>${meanings[value] ?? ''}</td>
            <td>${sending[value] ?? ''}</td>
            <td>${claimOf(value)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const IS_CURRENT = html`aria-current="true"`;

/** What 2013 said, struck out where it was wrong. */
function claimOf(value: number): Html {
  const claim = words.claimed[value] ?? '';
  const isWrong = value >= 2;
  return isWrong ? html`<s>${claim}</s>` : html`<span>${claim}</span>`;
}

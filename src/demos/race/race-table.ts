// What four ways cost in one minute, as a table: the picture of the race.
import { race as words } from '../../i18n/demos/race.ts';
import { html, type Html } from '../kit/html.ts';
import { WAYS, type Race } from './simulate.ts';

export function raceTable({ messages, costs }: Race): Html {
  const { columns, ways } = words;
  return html`<table class="demo-table race-table">
    <caption>
      ${words.caption(messages)}
    </caption>
    <thead>
      <tr>
        ${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${WAYS.map((way) => {
        const { requests, bytes, mean, worst } = costs[way];
        return html`<tr>
          <th scope="row">${ways[way]}</th>
          <td>${requests}</td>
          <td>${words.bytes(bytes)}</td>
          <td>${words.delay(mean)}</td>
          <td>${words.delay(worst)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

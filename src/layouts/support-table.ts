// `<support-table data-de="navigateurs">`: who supports what, as a table of plain HTML; no script comes with it.
import {
  type Baseline,
  readSupport,
  type Support,
  SUPPORT_TABLES,
  type SupportTableName,
} from '../catalog/browser-support.ts';
import type { Embed } from '../deck/embeds.ts';
import { html, type Html } from '../demos/kit/html.ts';
import { supportWords as words } from '../i18n/support.ts';

const isTable = (name: string): name is SupportTableName => Object.hasOwn(SUPPORT_TABLES, name);

export const supportTable: Embed = {
  title: words.titles.navigateurs,
  html(attributes) {
    const name = attributes['data-de'] ?? '';
    if (!isTable(name)) {
      const known = Object.keys(SUPPORT_TABLES).join(' ou ');
      throw new Error(`<support-table data-de="${name}"> : data-de vaut ${known}.`);
    }
    return String(draw(name));
  },
};

function draw(name: SupportTableName): Html {
  const { engines, rows, versions } = readSupport(name);
  // MDN and Baseline speak of browsers only: nothing is « everywhere » among runtimes.
  const withBaseline = name === 'navigateurs';
  const head = engines.map(
    (engine) =>
      html`<th scope="col" class="support-engine">${words.engines[engine] ?? engine}</th>`,
  );
  const body = rows.map(
    ({ key, support, baseline }) =>
      html`<tr>
        <th scope="row">${feature(key)}</th>
        ${withBaseline ? everywhere(baseline) : null} ${support.map(cell)}
      </tr>`,
  );
  return html`<table class="support support-${name}">
      <caption>
        ${words.titles[name]}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.feature}</th>
          ${
            withBaseline
              ? html`<th scope="col" class="support-everywhere">${words.everywhere}</th>`
              : null
          }
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
    <p class="support-source">${words.source[name](versions)}</p>`;
}

function feature(key: string): Html {
  const named = words.features[key];
  if (named === undefined) return html`<code>${key}</code>`;
  return html`<code>${named.code}</code>${named.text}`;
}

/** The label stands for the column's header where a narrow screen has no columns. */
function everywhere(baseline: Baseline): Html {
  const dated = baseline.status === 'widely' || baseline.status === 'newly';
  const label = dated ? words.everywhere : '';
  return html`<td
    class="support-everywhere"
    data-support="${dated ? 'yes' : 'no'}"
    data-label="${label}"
  >
    ${words.baseline(baseline)}
  </td>`;
}

function cell(support: Support): Html {
  const { shown, said } = words.cell(support);
  const text =
    said === undefined
      ? shown
      : html`<span aria-hidden="true">${shown}</span><span class="visually-hidden">${said}</span>`;
  return html`<td class="support-engine" data-support="${support.status}">${text}</td>`;
}

// `<support-table data-de="navigateurs">`: who supports what, as a table of plain HTML; no script comes with it.
import { readSupport, SUPPORT_TABLES, type SupportTableName } from '../catalog/browser-support.ts';
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
  const withBaseline = name === 'navigateurs';
  return html`<table class="support">
      <caption>
        ${words.titles[name]}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.feature}</th>
          ${engines.map((engine) => html`<th scope="col">${words.engines[engine] ?? engine}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ key, support, baseline }) =>
            html`<tr>
              <th scope="row">
                ${feature(key)}
                ${
                  withBaseline
                    ? html`<span class="support-baseline" data-baseline="${baseline.status}"
                        >${words.baseline(baseline)}</span
                      >`
                    : null
                }
              </th>
              ${support.map((one) => {
                const { shown, said } = words.cell(one);
                return said === undefined
                  ? html`<td data-support="${one.status}">${shown}</td>`
                  : html`<td data-support="${one.status}">
                      <span aria-hidden="true">${shown}</span
                      ><span class="visually-hidden">${said}</span>
                    </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="support-source">${words.source[name](versions)}</p>`;
}

function feature(key: string): Html {
  const named = words.features[key];
  if (named === undefined) return html`<code>${key}</code>`;
  return html`<code>${named.code}</code>${named.text}`;
}

// One attempt as three panes, and the three ways of drawing a key as a table: the pictures of the proxy demo.
import { createRandom } from '../../grading/random.ts';
import { proxy as words } from '../../i18n/demos/proxy.ts';
import { decodeLatin1, formatHex } from '../../wire/index.ts';
import { html, type Html } from '../kit/html.ts';
import { ADDRESS, Attack, KEY_WAYS, type Attempt } from './attack.ts';

/** Bytes of the page's payload that are shown: enough to see that they are no text. */
const SHOWN_BYTES = 8;
/** On paper, chance falls the same way each time. */
const SEED = 6455;

export function attemptPanes(attempt: Attempt): Html {
  const { seen, foretold, payload, key, isPoisoned } = attempt;
  return html`${pane(words.panes.page, [
    [words.seen, seen.map((it) => html`${keyCode(it)} `)],
    [words.foretold, keyCode(foretold)],
    [
      words.payload,
      html`<code class="field-payload">${formatHex(payload.subarray(0, SHOWN_BYTES))} …</code>`,
    ],
  ])}
  ${pane(words.panes.proxy, [
    [words.drawn, keyCode(key)],
    [words.wire, wireCode(attempt)],
    [words.believes, believed(attempt)],
  ])}
  ${pane(words.panes.cache, [
    [html`<code>${ADDRESS}</code>`, isPoisoned ? words.holdsTrap : words.holdsNothing],
    [words.neighbour, received(attempt)],
  ])}`;
}

function pane(name: string, facts: readonly (readonly [string | Html, Html | string | Html[]])[]) {
  return html`<div role="group" class="proxy-pane">
    <h3>${name}</h3>
    <dl>
      ${facts.map(
        ([term, fact]) =>
          html`<dt>${term}</dt>
            <dd>${fact}</dd>`,
      )}
    </dl>
  </div>`;
}

/** The same attack, once for each way of drawing keys. */
export function attackTable(): Html {
  const { columns } = words;
  const names = [words.way, words.foretold, words.drawn, columns.payload, words.neighbour];
  return html`<table class="demo-table proxy-table">
    <caption>
      ${words.caption}
    </caption>
    <thead>
      <tr>
        ${names.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${KEY_WAYS.map((way) => {
        const attempt = new Attack(way, createRandom(SEED, 'demo-proxy')).attempt();
        return html`<tr>
          <th scope="row">${words.ways[way]}</th>
          <td>${keyCode(attempt.foretold)}</td>
          <td>${keyCode(attempt.key)}</td>
          <td><code class="field-payload">${textOf(payloadOf(attempt))}</code></td>
          <td>${received(attempt)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

export const sentence = ({ way, rank, believed, isPoisoned }: Attempt): string =>
  `${words.attempt(rank)} ${isPoisoned && believed !== null ? words.poisoned[way] : words.missed}`;

const keyCode = (key: Uint8Array): Html => html`<code class="field-mask">${formatHex(key)}</code>`;

function received({ isPoisoned }: Attempt): Html {
  return isPoisoned
    ? html`<strong class="proxy-trap">${words.trap}</strong>`
    : html`<strong class="proxy-true">${words.trueScript}</strong>`;
}

function believed({ believed: address }: Attempt): Html {
  return address === null ? html`${words.noise}` : html`<code>GET ${address}</code>`;
}

/** The frame as the proxy sees it pass: its header in hexadecimal, its key, then characters. */
function wireCode(attempt: Attempt): Html {
  const { wire, key } = attempt;
  const payload = payloadOf(attempt);
  const header = wire.subarray(0, wire.length - payload.length - key.length);
  return html`<code>
    <span class="field-opcode">${formatHex(header)}</span>
    <span class="field-mask">${formatHex(key)}</span>
    <span class="field-payload">${textOf(payload)}</span>
  </code>`;
}

/** The last bytes of the frame, as masked as they travel. */
const payloadOf = ({ wire, payload }: Attempt): Uint8Array => wire.subarray(-payload.length);

/** As an editor shows bytes: ends of lines by their escapes, what is no ASCII character by a dot. */
const textOf = (bytes: Uint8Array): string =>
  decodeLatin1(bytes)
    .replaceAll(/[^\x20-\x7e\r\n]/g, '·')
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\n', String.raw`\n`);

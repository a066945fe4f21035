// From a key to its proof, stage by stage, as the RFC says and as people get it wrong (RFC 6455 §4.2.2, step 5.4).
import { sha1 } from '@noble/hashes/legacy.js';
import { accept as words } from '../../i18n/demos/accept.ts';
import {
  computeAcceptKey,
  decodeBase64,
  encodeBase64,
  encodeLatin1,
  formatHex,
  WEBSOCKET_GUID,
} from '../../wire/index.ts';
import { html, type Html } from '../kit/html.ts';

/** `rfc` is right; each of the others goes wrong at one stage. */
export const METHODS = ['rfc', 'decoded', 'lower', 'hex'] as const;
export type Method = (typeof METHODS)[number];

export type Stages = {
  readonly method: Method;
  /** What is hashed: the key as it is taken, then the GUID. */
  readonly key: { readonly text: string; readonly isBytes: boolean };
  readonly guid: string;
  /** 20 bytes. */
  readonly digest: Uint8Array;
  /** What is encoded: the digest, or its 40 hexadecimal digits. */
  readonly encoded: string;
  readonly accept: string;
  /** The client computes the proof too, and compares. */
  readonly isRight: boolean;
};

/** `null` where the method cannot go on: what is to be decoded is no base64. @param key ASCII, without spaces around */
export function stagesOf(key: string, method: Method): Stages | null {
  const decoded = decodeBase64(key);
  if (method === 'decoded' && decoded === null) return null;
  const isBytes = method === 'decoded';
  const taken = isBytes && decoded !== null ? decoded : encodeLatin1(key);
  const guid = method === 'lower' ? WEBSOCKET_GUID.toLowerCase() : WEBSOCKET_GUID;
  const digest = sha1(Uint8Array.of(...taken, ...encodeLatin1(guid)));
  const digits = formatHex(digest).replaceAll(' ', '');
  const accept = encodeBase64(method === 'hex' ? encodeLatin1(digits) : digest);
  return {
    method,
    key: { text: isBytes ? formatHex(taken) : key, isBytes },
    guid,
    digest,
    encoded: method === 'hex' ? digits : formatHex(digest),
    accept,
    isRight: accept === computeAcceptKey(key),
  };
}

/** At which stage, from 0, a method leaves the RFC. */
const DEVIATIONS: Readonly<Record<Method, number | null>> = {
  rfc: null,
  decoded: 0,
  lower: 0,
  hex: 2,
};

/** The four stages, one under the other. */
export function stageList(stages: Stages): Html {
  const { key, guid, digest, encoded, accept, method, isRight } = stages;
  const hashed = html`<code>${key.text}</code> <span class="accept-plus">+</span>
    <code class="accept-guid">${guid}</code>`;
  const values = [
    hashed,
    html`<code>${formatHex(digest)}</code>`,
    html`<code>${encoded}</code>`,
    html`<code class="accept-proof">${accept}</code>
      <span class="${isRight ? 'accept-right' : 'accept-wrong'}"
        >${isRight ? words.accepted : words.refused}</span
      >`,
  ];
  const names = [
    key.isBytes ? words.stages.hashedBytes : words.stages.hashed,
    words.stages.digest,
    method === 'hex' ? words.stages.encodedHex : words.stages.encoded,
    words.stages.accept,
  ];
  return html`<ol class="accept-stages">
    ${values.map(
      (value, index) =>
        html`<li>
          <span class="accept-name"
            >${names[index] ?? ''}
            ${
              index === DEVIATIONS[method]
                ? html`<strong class="accept-wrong">${words.here}</strong>`
                : null
            }</span
          >
          <span class="accept-value">${value}</span>
        </li>`,
    )}
  </ol>`;
}

/** What each mistake gives for this key: to know it again in a log. */
export function mistakeTable(key: string): Html {
  const rows = METHODS.map((method) => {
    const stages = stagesOf(key, method);
    return html`<tr>
      <th scope="row">${words.methods[method]}</th>
      <td>
        <code class="accept-proof">${stages === null ? words.notBase64 : stages.accept}</code>
      </td>
      <td>${stages?.isRight === true ? words.accepted : words.refused}</td>
    </tr>`;
  });
  return html`<table class="demo-table">
    <caption>
      ${words.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.columns.method}</th>
        <th scope="col">${words.columns.accept}</th>
        <th scope="col">${words.columns.client}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** How many letters of two proofs differ, place by place. */
export function changedLetters(one: string, other: string): number {
  return Array.from(one).filter((letter, index) => letter !== other[index]).length;
}

// What step 1.6 asks the student's code to write: keys, chosen subprotocols, refusals.
import { encodeBase64, type Random } from '../../../src/grading/index.ts';

export type Accepted = { readonly cle: string; readonly sousProtocole: string | null };

export type Refused = {
  readonly status: number;
  /** Names in lower case, as everywhere in this lab. */
  readonly headers: ReadonlyMap<string, string>;
};

export const RFC_KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

const SUBPROTOCOLS = ['chat', 'mqtt', 'soap', 'wamp.2.json', 'v12.stomp', 'graphql-transport-ws'];

export function drawKey(random: Random): string {
  return encodeBase64(random.bytes(16));
}

/** With a subprotocol and without, twice: what is kept from one answer to the next shows. */
export function drawAnswers(random: Random): readonly Accepted[] {
  return [
    { cle: RFC_KEY, sousProtocole: null },
    { cle: drawKey(random), sousProtocole: drawSubprotocol(random) },
    { cle: drawKey(random), sousProtocole: null },
  ];
}

/** All different, whatever is drawn: one that is remembered is not the right one. */
export function drawSubprotocols(random: Random): readonly Accepted[] {
  const drawn = drawSubprotocol(random);
  return ['superchat', null, drawn, `${drawn}.v2`, null].map((sousProtocole) => ({
    cle: drawKey(random),
    sousProtocole,
  }));
}

/** What a browser offered before such an answer: several, or nothing. */
export function offeredWith({ sousProtocole }: Accepted): readonly string[] {
  return sousProtocole === null ? [] : ['inconnu', sousProtocole, 'autre'];
}

export function drawRefusals(random: Random): readonly Refused[] {
  const word = Array.from(random.bytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const refusals: readonly (readonly [number, Readonly<Record<string, string>>])[] = [
    [400, {}],
    [404, {}],
    [426, { 'sec-websocket-version': '13' }],
    [405, { allow: 'GET' }],
    [401, { 'www-authenticate': 'Basic realm="Salle: 12", charset="UTF-8"' }],
    [503, { 'retry-after': String(random.integer(2, 600)), [`x-${word}`]: `${word}: ${word}` }],
    [426, { upgrade: 'websocket', 'sec-websocket-version': '13', 'x-motif': word }],
    // No other step sends these: a table of known statuses lacks one of them, and its default shows.
    ...[403, 410, 429, 500].map((status) => [status, {}] as const),
  ];
  return refusals.map(([status, headers]) => ({
    status,
    headers: new Map(Object.entries(headers)),
  }));
}

function drawSubprotocol(random: Random): string {
  return random.pick(SUBPROTOCOLS);
}

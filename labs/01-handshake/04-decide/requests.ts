// The requests that step 1.4 sends: a valid one, and the same with one thing changed.
import { type Cloneable, encodeBase64, type Random } from '../../../src/grading/index.ts';

export type Request = {
  readonly methode: string;
  readonly cible: string;
  readonly version: string;
  readonly entetes: ReadonlyMap<string, string>;
};

/** What is different from a valid request for `/chat`; a header that is `null` is left out. */
export type Change = {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
};

/** The paths of every check but those about the path. */
export const PATHS: readonly string[] = ['/chat'];

/** The handshake of RFC 6455 §1.2, without the subprotocols that the next step chooses. */
const VALID: Readonly<Record<string, string>> = {
  host: 'server.example.com',
  upgrade: 'websocket',
  connection: 'Upgrade',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  origin: 'http://example.com',
  'sec-websocket-version': '13',
};

/** A browser sends more than it must, in an order of its own. */
const BESIDES: readonly (readonly [string, string])[] = [
  ['user-agent', 'Mozilla/5.0'],
  ['accept-language', 'fr'],
  ['cache-control', 'no-cache'],
  ['pragma', 'no-cache'],
  ['sec-websocket-extensions', 'permessage-deflate'],
];

export function rfcRequest(change: Change = {}): Request {
  const entries = Object.entries({ ...VALID, ...change.headers }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return {
    methode: change.method ?? 'GET',
    cible: change.target ?? '/chat',
    version: '1.1',
    entetes: new Map(entries),
  };
}

/** As `rfcRequest()`, with a key, an order and further headers of its own. */
export function drawRequest(random: Random, change: Change = {}): Request {
  const headers = { 'sec-websocket-key': drawPlainKey(random), ...change.headers };
  const request = rfcRequest({ ...change, headers });
  const entries = [...request.entetes, random.pick(BESIDES)];
  return { ...request, entetes: new Map(shuffled(random, entries)) };
}

export function argumentsFor(
  request: Request,
  paths: readonly string[] = PATHS,
): readonly Cloneable[] {
  return [request, { chemins: paths }];
}

/** The base64 of 16 bytes, without `+` nor `/`: the alphabet is the business of C1 and C5. */
export function drawPlainKey(random: Random): string {
  return drawPlainBase64(random, 16);
}

export function drawPlainBase64(random: Random, size: number): string {
  for (;;) {
    const text = encodeBase64(random.bytes(size));
    if (!/[+/]/.test(text)) return text;
  }
}

/** 16 bytes whose base64 has both `+` and `/`. */
export function drawKeyWithBoth(random: Random): string {
  for (;;) {
    const key = encodeBase64(random.bytes(16));
    if (key.includes('+') && key.includes('/')) return key;
  }
}

export function drawWord(random: Random): string {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  return Array.from({ length: 7 }, () => random.pick(letters)).join('');
}

function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.integer(0, left.length - 1), 1));
}

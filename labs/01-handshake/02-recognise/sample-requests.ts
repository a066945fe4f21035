// The requests that step 1.2 sends: one that is right in every point, and variations that differ from it in one.
import { type Cloneable, encodeBase64, type Random } from '../../../src/grading/index.ts';

/** As step 1.1 reads it: names in lower case. */
export type Request = {
  readonly methode: string;
  readonly cible: string;
  readonly version: string;
  readonly entetes: ReadonlyMap<string, string>;
} & Readonly<Record<string, Cloneable>>;

type Changes = {
  readonly methode?: string;
  readonly version?: string;
  readonly cible?: string;
  /** Headers that replace the usual ones; `null` leaves one out. */
  readonly entetes?: Readonly<Record<string, string | null>>;
};

const USUAL_HEADERS: readonly (readonly [string, string])[] = [
  ['host', 'server.example.com'],
  ['upgrade', 'websocket'],
  ['connection', 'Upgrade'],
  ['sec-websocket-key', 'dGhlIHNhbXBsZSBub25jZQ=='],
  ['sec-websocket-version', '13'],
];

export function requestWith(changes: Changes = {}): Request {
  const { methode = 'GET', cible = '/chat', version = '1.1', entetes = {} } = changes;
  const headers = new Map(USUAL_HEADERS);
  for (const [name, value] of Object.entries(entetes)) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return { methode, cible, version, entetes: headers };
}

/** Another client, another path, another key, more headers, in another order: still a right request. */
export function drawRightRequest(random: Random): Request {
  const request = requestWith({
    cible: `/${drawWord(random)}?x=${random.integer(1, 999)}`,
    entetes: {
      host: `${drawWord(random)}.example.com`,
      'sec-websocket-key': encodeBase64(random.bytes(16)),
      'user-agent': `${drawWord(random)}/1.0`,
      origin: `https://${drawWord(random)}.example.com`,
    },
  });
  const entries = [...request.entetes];
  const turn = random.integer(1, entries.length - 1);
  return { ...request, entetes: new Map([...entries.slice(turn), ...entries.slice(0, turn)]) };
}

export function drawWord(random: Random): string {
  const letters = Array.from('bcdfghjklmnpqrtvxz');
  return Array.from({ length: 6 }, () => random.pick(letters)).join('');
}

/** The text in a case that is neither the usual one, nor all capitals, nor all small letters. */
export function drawCase(random: Random, text: string): string {
  const letters = Array.from(text.toLowerCase(), (letter) =>
    random.integer(0, 1) === 1 ? letter.toUpperCase() : letter,
  );
  const [first = '', second = '', ...rest] = letters;
  return [first.toLowerCase(), second.toUpperCase(), ...rest].join('');
}

/** A list that holds the token `upgrade` once, between others. */
export function drawConnectionList(random: Random): string {
  const tokens = ['keep-alive', drawWord(random)];
  tokens.splice(random.integer(0, 1), 0, drawCase(random, 'upgrade'));
  return tokens.join(random.pick([',', ', ', ' , ', ',\t', ',  ']));
}

// The request heads that step 1.1 sends: the RFC's own, and variations that each trouble one habit.
import { encodeBase64, type Random } from '../../../src/grading/index.ts';

/** A header as it is written on its line: the name, then all that follows the colon, spaces included. */
export type HeaderLine = readonly [name: string, rest: string];

const RFC_LINE = 'GET /chat HTTP/1.1';

/** The client's side of the example of RFC 6455 §1.2. */
const RFC_HEADERS: readonly HeaderLine[] = [
  ['Host', ' server.example.com'],
  ['Upgrade', ' websocket'],
  ['Connection', ' Upgrade'],
  ['Sec-WebSocket-Key', ' dGhlIHNhbXBsZSBub25jZQ=='],
  ['Origin', ' http://example.com'],
  ['Sec-WebSocket-Protocol', ' chat, superchat'],
  ['Sec-WebSocket-Version', ' 13'],
];

export function headOf(requestLine: string, headers: readonly HeaderLine[]): string {
  return [requestLine, ...headers.map(([name, rest]) => `${name}:${rest}`), '', ''].join('\r\n');
}

export const RFC_HEAD = headOf(RFC_LINE, RFC_HEADERS);

/** Names in lower case and one space before each value: what a check wants to trouble comes from its own lines. */
function plainHead(lines: readonly HeaderLine[]): string {
  return headOf(RFC_LINE, [['host', ' server.example.com'], ...lines]);
}

export function drawWord(random: Random, length = 6): string {
  return Array.from({ length }, () => random.pick(Array.from('abcdefghijklmnopqrstuvwxyz'))).join(
    '',
  );
}

/** Other methods, targets and versions. A target is text: escapes, dots and query stay as they are. */
export function requestLineHeads(random: Random): readonly string[] {
  const word = drawWord(random);
  const method = random.pick(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT']);
  const version = random.pick(['1.1', '1.0']);
  return [
    RFC_HEAD,
    headOf('GET /salon%20un/../caf%C3%A9?x=1&y=2 HTTP/1.1', [
      ['Host', ' autre.example.org'],
      ['Accept-Language', ' fr'],
    ]),
    headOf('POST /chat HTTP/1.0', [['Host', ' server.example.com']]),
    headOf(`${method} /${word}?salle=${drawWord(random)} HTTP/${version}`, [
      ['Host', ` ${word}.example.com`],
      [`X-${word}`, ` ${drawWord(random)}`],
    ]),
  ];
}

/** `Host` is never on its usual line, nor is any other header in most of them. */
export function shuffledHeads(random: Random): readonly string[] {
  const count = RFC_HEADERS.length;
  const rotated = Array.from({ length: count - 1 }, (_, index) => [
    ...RFC_HEADERS.slice(index + 1),
    ...RFC_HEADERS.slice(0, index + 1),
  ]);
  const [host, ...others] = RFC_HEADERS;
  const shuffled = shuffle(random, others);
  if (host !== undefined) shuffled.splice(random.integer(1, others.length), 0, host);
  return [RFC_HEADERS.toReversed(), ...rotated, shuffled].map((headers) =>
    headOf(RFC_LINE, headers),
  );
}

export function spelledHeads(random: Random): readonly string[] {
  const spellings = [
    (name: string) => name.toUpperCase(),
    (name: string) => name.toLowerCase(),
    (name: string) => mixedCase(random, name),
    (name: string) => mixedCase(random, name),
  ];
  return spellings.map((spell) =>
    headOf(
      RFC_LINE,
      RFC_HEADERS.map(([name, rest]) => [spell(name), rest]),
    ),
  );
}

/** At least one capital beyond the first letter, so that every draw troubles the same habits. */
export function mixedCase(random: Random, name: string): string {
  const letters = Array.from(name.toLowerCase(), (letter, index) =>
    index === 1 || random.integer(0, 1) === 1 ? letter.toUpperCase() : letter,
  );
  return letters.join('');
}

/** Values hold no colon here, and keep what is between their words. */
export function spacedHeads(random: Random): readonly string[] {
  const word = drawWord(random);
  return [
    plainHead([['upgrade', 'websocket']]),
    plainHead([['upgrade', '   websocket']]),
    plainHead([['upgrade', '\twebsocket']]),
    plainHead([['upgrade', ' websocket  ']]),
    plainHead([['upgrade', ' websocket\t']]),
    plainHead([
      ['connection', 'Upgrade'],
      ['user-agent', ` \t${word}  (un\t${word},  deux) \t `],
    ]),
    // Nothing is left of them, and they are headers all the same.
    plainHead([
      ['x-vide', ''],
      ['x-blanc', ' \t '],
    ]),
  ];
}

export function colonHeads(random: Random): readonly string[] {
  const port = String(random.integer(1024, 65535));
  return [
    plainHead([['origin', ' http://example.com']]),
    headOf(RFC_LINE, [
      ['host', ' a:8080'],
      ['origin', ` https://${drawWord(random)}.example.com:${port}`],
    ]),
    headOf(RFC_LINE, [['host', ' [::1]:8080']]),
    plainHead([
      ['x-note', ` ${drawWord(random)}: 10:30: fin`],
      ['x-debut', ' :10'],
      ['x-fin', ' dix:'],
    ]),
  ];
}

export function repeatedHeads(random: Random): readonly string[] {
  const name = `x-${drawWord(random)}`;
  const [one, two, three] = [drawWord(random), drawWord(random), drawWord(random)];
  return [
    plainHead([
      ['sec-websocket-protocol', ' chat'],
      ['upgrade', ' websocket'],
      ['sec-websocket-protocol', ' superchat'],
    ]),
    plainHead([
      [name, ` z${one}`],
      [name, ` a${two}`],
      [name, ` m${three}, ${one}`],
      [name, ` z${one}`],
    ]),
    // One name, whatever its case.
    plainHead([
      ['sec-websocket-protocol', ` ${one}`],
      ['Sec-WebSocket-Protocol', ` ${two}`],
      ['sec-websocket-protocol', ` ${three}`],
    ]),
  ];
}

export function mixedCaseValueHeads(random: Random): readonly string[] {
  const key = `aZ${encodeBase64(random.bytes(16)).slice(2)}`;
  return [
    plainHead([['sec-websocket-key', ' dGhlIHNhbXBsZSBub25jZQ==']]),
    plainHead([
      ['sec-websocket-key', ` ${key}`],
      ['sec-websocket-protocol', ' Chat, superCHAT'],
    ]),
  ];
}

/** Names that every plain JavaScript object seems to have already. */
export function inheritedNameHeads(random: Random): readonly string[] {
  const word = drawWord(random);
  return [
    plainHead([['__proto__', ` ${word}`]]),
    plainHead([
      ['constructor', ` ${word}`],
      ['upgrade', ' websocket'],
    ]),
  ];
}

/** Texts whose empty line has not come yet; the first ones are the likeliest on a real network. */
export function unfinishedHeads(random: Random): readonly string[] {
  const short = headOf(RFC_LINE, [['Host', ' server.example.com']]);
  const cut = random.integer(RFC_LINE.length + 2, RFC_HEAD.length - 5);
  return [
    RFC_HEAD.slice(0, -2),
    RFC_HEAD.slice(0, -4),
    RFC_HEAD.slice(0, -1),
    RFC_HEAD.slice(0, cut),
    ...Array.from({ length: short.length }, (_, length) => short.slice(0, length)),
  ];
}

/** What follows the empty line belongs to somebody else: a frame, another request, lines that look like headers. */
export function followedHeads(random: Random): readonly string[] {
  const word = drawWord(random);
  return [
    `${RFC_HEAD}X-${word}: 1\r\n`,
    `${RFC_HEAD}\r\n`,
    `${RFC_HEAD}\x81\x857\xfa!=\x7f\x9fMQX`,
    `${RFC_HEAD}GET /${word} HTTP/1.1\r\nHost: ${word}.example.com\r\n\r\n`,
  ];
}

function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const [taken] = shuffled.splice(random.integer(0, last), 1);
    if (taken !== undefined) shuffled.push(taken);
  }
  return shuffled;
}

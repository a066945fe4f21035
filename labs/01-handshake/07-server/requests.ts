// The requests that step 1.7 sends besides valid handshakes: ordinary ones, and those that must be refused.
import { drawHandshake, encodeBase64, type Random } from '../../../src/grading/index.ts';

export function ordinaryRequest(target: string): string {
  return [
    `GET ${target} HTTP/1.1`,
    'Host: localhost',
    'Accept: */*',
    'User-Agent: Mozilla/5.0',
    '',
    '',
  ].join('\r\n');
}

export type RefusedRequest = {
  readonly text: string;
  /** Completes the sentence about a request: `sans clé`. */
  readonly defect: string;
  readonly statuses: readonly number[];
  /** Whether the refusal must say which version the server speaks. */
  readonly saysVersion: boolean;
};

/** A valid handshake with one thing changed. */
function changed(
  random: Random,
  change: {
    readonly method?: string;
    readonly target?: string;
    readonly headers?: Readonly<Record<string, string | null>>;
  },
): string {
  const { text } = drawHandshake(random, { target: change.target ?? '/chat' });
  const [start = '', ...kept] = withHeaders(text, change.headers ?? {}).split('\r\n');
  // A POST without a body says so.
  const more = change.method === 'POST' ? ['Content-Length: 0'] : [];
  return [start.replace(/^GET/, change.method ?? 'GET'), ...more, ...kept].join('\r\n');
}

/** The same request with other values; a header that becomes `null` is left out. */
export function withHeaders(
  text: string,
  headers: Readonly<Record<string, string | null>>,
): string {
  const lines = text.split('\r\n').flatMap((line) => {
    const [name = ''] = line.split(':');
    const value = headers[name];
    if (value === undefined) return [line];
    return value === null ? [] : [`${name}: ${value}`];
  });
  return lines.join('\r\n');
}

/** One defect in each, every kind that step 1.4 tells apart; those without which nothing can be computed come last. */
export function drawRefused(random: Random): readonly RefusedRequest[] {
  const word = Array.from(random.bytes(3), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const refused = (
    defect: string,
    statuses: readonly number[],
    change: Parameters<typeof changed>[1],
    saysVersion = false,
  ): RefusedRequest => ({ text: changed(random, change), defect, statuses, saysVersion });
  const version = (value: string | null) => ({ headers: { 'Sec-WebSocket-Version': value } });
  const key = (value: string | null) => ({ headers: { 'Sec-WebSocket-Key': value } });
  return [
    refused(`pour un chemin inconnu (/${word})`, [404], { target: `/${word}` }),
    refused('avec la méthode POST', [405, 400], { method: 'POST' }),
    refused('en version 8', [426, 400], version('8'), true),
    refused('en version 14', [426, 400], version('14'), true),
    refused('dont la clé est trop courte', [400], key('YWJj')),
    refused('dont la clé est trop longue', [400], key(encodeBase64(random.bytes(32)))),
    refused('sans Sec-WebSocket-Version', [426, 400], version(null), true),
    refused('sans Sec-WebSocket-Key', [400], key(null)),
  ];
}

export type OtherRequest = {
  readonly text: string;
  readonly defect: string;
  /** Whether Node gives it to the ordinary listener: whether that one answers is the business of C1. */
  readonly isOrdinary: boolean;
};

/** Not a WebSocket at all: a refusal will do, and so will an ordinary answer. */
export function drawOthers(random: Random): readonly OtherRequest[] {
  const other = (defect: string, headers: Readonly<Record<string, string | null>>) => ({
    text: changed(random, { headers }),
    defect,
    isOrdinary: headers.Upgrade !== 'h2c',
  });
  return [
    other('qui demande « Upgrade : h2c »', { Upgrade: 'h2c' }),
    other('dont « Connection » ne contient pas « Upgrade »', { Connection: 'keep-alive' }),
    other('sans « Upgrade »', { Upgrade: null }),
  ];
}

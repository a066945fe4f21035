// Three lives of a connection as data: who sends what, and what of it the page is told.
import type { handshake as words } from '../../i18n/demos/handshake.ts';
import { encodeFrame } from '../../wire/frames/frame.ts';
import { OPCODE, type Opcode } from '../../wire/frames/opcode.ts';
import { formatHex } from '../../wire/hex.ts';
import { encodeClosePayload } from '../../wire/messages/close-payload.ts';
import { encodeUtf8 } from '../../wire/messages/utf8.ts';

type EventName = keyof typeof words.events;

export type Passage = {
  readonly name: EventName;
  readonly from: 'client' | 'server';
  /** A whole frame in hexadecimal; `null` for what is no frame. */
  readonly bytes: string | null;
  /** Lost on its way. */
  readonly isLost: boolean;
  /** One-way journeys: TCP's own handshake takes two. */
  readonly journeys: 1 | 2;
  /** Milliseconds in which nothing passes, before it. */
  readonly wait: number;
};

export type ScenarioName = keyof typeof words.scenarios;

/** The masking key of RFC 6455 §5.7. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
/** Between two pings of the server, in milliseconds. */
const HEARTBEAT = 30_000;

const NOTHING = new Uint8Array(0);

const CONNECT = passage('connect', 'client', { journeys: 2 });
const REQUEST = passage('request', 'client');
const ACCEPT = passage('accept', 'server');
const HELLO = passage('hello', 'client', frame('text', encodeUtf8('Bonjour'), true));

export const SCENARIOS: Readonly<Record<ScenarioName, readonly Passage[]>> = {
  life: [
    CONNECT,
    REQUEST,
    ACCEPT,
    HELLO,
    passage('answer', 'server', frame('text', encodeUtf8('Bonjour'), false)),
    passage('ping', 'server', { ...frame('ping', encodeUtf8('ça va'), false), wait: HEARTBEAT }),
    passage('pong', 'client', frame('pong', encodeUtf8('ça va'), true)),
    passage('close', 'client', { ...frame('close', encodeClosePayload(1000), true), wait: 5000 }),
    passage('closeBack', 'server', frame('close', encodeClosePayload(1000), false)),
    passage('end', 'server', { journeys: 1 }),
  ],
  refusal: [CONNECT, REQUEST, passage('refuse', 'server'), passage('refused', 'server')],
  sleep: [
    CONNECT,
    REQUEST,
    ACCEPT,
    HELLO,
    passage('lostPing', 'server', {
      ...frame('ping', NOTHING, false),
      isLost: true,
      wait: HEARTBEAT,
    }),
    passage('secondPing', 'server', {
      ...frame('ping', NOTHING, false),
      isLost: true,
      wait: HEARTBEAT,
    }),
    passage('wake', 'client', {
      ...frame('text', encodeUtf8('Vous êtes là\u202F?'), true),
      wait: 600_000,
    }),
    passage('reset', 'server'),
  ],
};

/** When each passage has arrived, in milliseconds since the page called; `latency`: one journey. */
export function arrivals(passages: readonly Passage[], latency: number): number[] {
  let now = 0;
  return passages.map(({ journeys, wait }) => {
    now += wait + journeys * latency;
    return now;
  });
}

function passage(
  name: EventName,
  from: Passage['from'],
  more: Partial<Omit<Passage, 'name' | 'from'>> = {},
): Passage {
  return { name, from, bytes: null, isLost: false, journeys: 1, wait: 0, ...more };
}

function frame(
  opcode: keyof typeof OPCODE,
  payload: Uint8Array,
  isMasked: boolean,
): { readonly bytes: string } {
  const code: Opcode = OPCODE[opcode];
  const maskingKey = isMasked ? KEY : null;
  return { bytes: formatHex(encodeFrame({ opcode: code, payload, fin: true, maskingKey })) };
}

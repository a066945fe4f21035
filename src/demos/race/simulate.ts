// One minute of four ways to be told of a server's messages, in one network: what each costs, and how late it is.
import { createRandom } from '../../grading/random.ts';
import { encodeFrame } from '../../wire/frames/frame.ts';
import { OPCODE } from '../../wire/frames/opcode.ts';
import { encodeUtf8 } from '../../wire/messages/utf8.ts';
import { HEADS } from './heads.ts';

export type Network = {
  /** In milliseconds. */
  readonly roundTrip: number;
  /** Mean milliseconds between two messages of the server. */
  readonly between: number;
  /** Milliseconds between two requests of the page that polls. */
  readonly pollEvery: number;
};

export type Way = 'polling' | 'longPolling' | 'sse' | 'webSocket';
export const WAYS: readonly Way[] = ['polling', 'longPolling', 'sse', 'webSocket'];

export type Cost = {
  readonly requests: number;
  /** Both directions, heads included. */
  readonly bytes: number;
  /** From the server's having the message to the page's having it, in milliseconds. */
  readonly mean: number;
  readonly worst: number;
};

export type Race = {
  readonly messages: number;
  readonly costs: Readonly<Record<Way, Cost>>;
};

const MINUTE = 60_000;
/** A server answers a long poll without news after this, before a proxy cuts it. */
const LONG_POLL = 30_000;
const PAYLOAD = encodeUtf8('x'.repeat(40));

/** The same `seed` draws the same messages, whatever the other settings. */
export function simulate(network: Network, seed: number): Race {
  const times = drawTimes(network.between, seed);
  return {
    messages: times.length,
    costs: {
      polling: poll(times, network),
      longPolling: longPoll(times, network),
      sse: stream(times, network, HEADS.sse, encodeUtf8('data: \n\n').length),
      webSocket: stream(times, network, HEADS.webSocket, FRAME_HEADER),
    },
  };
}

/** A frame of the server, without its payload (RFC 6455 §5.2). */
const FRAME_HEADER =
  encodeFrame({ opcode: OPCODE.text, payload: PAYLOAD, fin: true, maskingKey: null }).length -
  PAYLOAD.length;

/** One message in each stretch of `between`, somewhere in it: as many in every minute. */
function drawTimes(between: number, seed: number): number[] {
  const random = createRandom(seed, 'demo-race');
  return Array.from(
    { length: Math.floor(MINUTE / between) },
    (_, index) => index * between + random.integer(0, between - 1),
  );
}

function poll(times: readonly number[], { roundTrip, pollEvery }: Network): Cost {
  const delays = times.map((time) => {
    // The first request that reaches the server once the message is there.
    const rank = Math.max(0, Math.ceil((time - roundTrip / 2) / pollEvery));
    return rank * pollEvery + roundTrip - time;
  });
  return cost(Math.floor(MINUTE / pollEvery), HEADS.poll, delays, 0);
}

function longPoll(times: readonly number[], { roundTrip }: Network): Cost {
  const delays: number[] = [];
  let requests = 1;
  /** When the pending request reached the server. */
  let asked = roundTrip / 2;
  for (const time of times) {
    while (time - asked > LONG_POLL) {
      asked += LONG_POLL + roundTrip;
      requests += 1;
    }
    const answered = Math.max(time, asked);
    delays.push(answered + roundTrip / 2 - time);
    // What comes before the next request has arrived waits for it, and leaves with the others.
    if (answered >= asked) {
      asked = answered + roundTrip;
      requests += 1;
    }
  }
  return cost(requests, HEADS.poll, delays, 0);
}

function stream(
  times: readonly number[],
  { roundTrip }: Network,
  head: number,
  perMessage: number,
): Cost {
  return cost(
    1,
    head,
    times.map(() => roundTrip / 2),
    perMessage,
  );
}

/** @param head bytes of a request and its response; @param perMessage bytes around each message */
function cost(requests: number, head: number, delays: readonly number[], perMessage: number): Cost {
  return {
    requests,
    bytes: requests * head + delays.length * (PAYLOAD.length + perMessage),
    mean: delays.reduce((sum, delay) => sum + delay, 0) / Math.max(1, delays.length),
    worst: Math.max(0, ...delays),
  };
}

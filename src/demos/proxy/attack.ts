// The attack of RFC 6455 §10.3, frame after frame: a page that foretells keys, a browser that draws them, a naive proxy.
import { countedKey, foretellKeys } from '../../grading/key-attacker.ts';
import { addressOf, NaiveProxy, requestBytes, requestsSeen } from '../../grading/naive-proxy.ts';
import type { Random } from '../../grading/random.ts';
import { encodeFrame, mask, MASKING_KEY_SIZE, OPCODE } from '../../wire/index.ts';

export const KEY_WAYS = ['constant', 'counted', 'random'] as const;
/** How the browser draws a masking key. */
export type KeyWay = (typeof KEY_WAYS)[number];

/** What everybody behind the proxy loads, and what the attacker wants in its place. */
export const COVETED = { method: 'GET', host: 'cdn.exemple', path: '/jquery.js' } as const;
export const ADDRESS = addressOf(COVETED);

const TRAP = 'trap';
const TRUE_SCRIPT = 'true script';
/** The key of RFC 6455 §5.7. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
/** Ordinary frames before the first attempt: the attacker's server reads their keys. */
const FRAMES_BEFORE = 3;

export type Attempt = {
  readonly way: KeyWay;
  /** From 1. */
  readonly rank: number;
  /** The last keys that the attacker's server saw. */
  readonly seen: readonly Uint8Array[];
  readonly foretold: Uint8Array;
  /** What the page gives to `send()`. */
  readonly payload: Uint8Array;
  readonly key: Uint8Array;
  /** The whole frame. */
  readonly wire: Uint8Array;
  /** The address that the proxy believes to be asked for. */
  readonly believed: string | null;
  /** Whether the cache holds the trap, and gives it to another user. */
  readonly isPoisoned: boolean;
};

/** State: the keys seen and the proxy's cache, which both only grow. */
export class Attack {
  readonly #way: KeyWay;
  readonly #random: Random;
  readonly #proxy = new NaiveProxy();
  readonly #seen: Uint8Array[] = [];
  #rank = 0;

  constructor(way: KeyWay, random: Random) {
    this.#way = way;
    this.#random = random;
    while (this.#seen.length < FRAMES_BEFORE) this.#seen.push(this.#drawKey());
  }

  attempt(): Attempt {
    const seen = this.#seen.slice(-FRAMES_BEFORE);
    const foretold = foretell(seen);
    const payload = mask(requestBytes(COVETED), foretold);
    const key = this.#drawKey();
    const wire = encodeFrame({ opcode: OPCODE.binary, payload, maskingKey: key });
    const [request] = requestsSeen(wire);
    this.#proxy.pass(wire, () => TRAP);
    this.#seen.push(key);
    this.#rank += 1;
    return {
      way: this.#way,
      rank: this.#rank,
      seen,
      foretold,
      payload,
      key,
      wire,
      believed: request === undefined ? null : addressOf(request),
      isPoisoned: this.#proxy.fetch(ADDRESS, () => TRUE_SCRIPT) === TRAP,
    };
  }

  #drawKey(): Uint8Array {
    switch (this.#way) {
      case 'constant':
        return KEY;
      case 'counted':
        return countedKey(KEY, this.#seen.length);
      case 'random':
        return this.#random.bytes(MASKING_KEY_SIZE);
    }
  }
}

/** The way that would have foretold the last key from those before it; failing that, the last key again. */
function foretell(seen: readonly Uint8Array[]): Uint8Array {
  const last = seen.at(-1) ?? KEY;
  const proven = foretellKeys(seen.slice(0, -1)).findIndex(
    ({ key }) => String(key) === String(last),
  );
  return foretellKeys(seen)[proven]?.key ?? last;
}

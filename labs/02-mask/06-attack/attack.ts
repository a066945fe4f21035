// The attack of RFC 6455 §10.3, played in a closed simulation: hostile page, browser, naive proxy, another user.
import {
  addressOf,
  type CheckContext,
  countedKey,
  decodeFrame,
  encodeFrame,
  fail,
  failureIn,
  foretellKeys,
  hexadecimal,
  mask,
  NaiveProxy,
  type ProxyRequest,
  type Random,
  readBytes,
  requestBytes,
  requestsSeen,
} from '../../../src/grading/index.ts';
import { drawKey } from '../keys.ts';
import { ATTACK, REPAIR } from './messages.ts';

const BINARY = 2;
const TRUE_SCRIPT = 'le vrai script';
const FALSE_SCRIPT = 'le script de l’attaquant';
const HOSTS = ['cdn.exemple', 'statique.exemple', 'www.banque.exemple', 'medias.exemple'];
const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'OPTIONS', 'PATCH'];
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

export function drawRequest(random: Random, method = 'GET', size = 6): ProxyRequest {
  const name = Array.from({ length: size }, () => random.pick(LETTERS)).join('');
  return { method, host: random.pick(HOSTS), path: `/${name}.js` };
}

/** One attack, in words that the page of the step shows as they are. */
export type Played = {
  /** The last keys that the attacker's server has read. */
  readonly keys: readonly string[];
  readonly foretold: string;
  readonly payload: string;
  /** The key that the browser drew. */
  readonly drawn: string;
  /** What passed by the proxy: in hexadecimal, and as it reads it. */
  readonly wire: string;
  readonly text: string;
  /** What the proxy took for a request. */
  readonly request: string | null;
  readonly address: string;
  /** What another user then gets. */
  readonly received: string;
  readonly isPoisoned: boolean;
};

const SHOWN = 64;

/** As a terminal shows bytes: a point for what is no ASCII, a picture for the end of a line. */
const readable = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, SHOWN), (byte) => {
    if (byte === 13 || byte === 10) return byte === 13 ? '␍' : '␊';
    return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
  }).join('');

function played(
  seen: readonly Uint8Array[],
  foretold: Uint8Array,
  payload: Uint8Array,
  wire: Uint8Array,
  wanted: ProxyRequest,
): Played {
  const [request] = requestsSeen(wire);
  const isPoisoned = poisons(wire, wanted);
  return {
    keys: seen.slice(-3).map((key) => hexadecimal(key)),
    foretold: hexadecimal(foretold),
    payload: hexadecimal(payload, 24),
    drawn: hexadecimal(keyOf(wire) ?? new Uint8Array()),
    wire: hexadecimal(wire, 24),
    text: readable(wire),
    request: request === undefined ? null : `${request.method} ${addressOf(request)}`,
    address: addressOf(wanted),
    received: isPoisoned ? FALSE_SCRIPT : TRUE_SCRIPT,
    isPoisoned,
  };
}

/** What another user gets for the address, once the frame has passed by the proxy. */
function poisons(wire: Uint8Array, wanted: ProxyRequest): boolean {
  const proxy = new NaiveProxy();
  proxy.pass(wire, () => FALSE_SCRIPT);
  return proxy.fetch(addressOf(wanted), () => TRUE_SCRIPT) === FALSE_SCRIPT;
}

/** The student attacks a browser that counts: the page has seen some keys, foretells the next, and asks for a payload. */
export async function expectPoisoning(
  { call, exhibit }: CheckContext,
  random: Random,
  wanted: ProxyRequest,
  isFirst: boolean,
): Promise<void> {
  const start = drawKey(random);
  const seen = Array.from({ length: random.integer(2, 5) }, (_, index) => countedKey(start, index));
  const foretold = foretellKeys(seen).find(({ way }) => way === 'next')?.key ?? start;
  const payload = readBytes(await call('chargePiegee', foretold, requestBytes(wanted)));
  // The browser draws its key, which is the one foretold, and masks.
  const maskingKey = countedKey(start, seen.length);
  const wire = encodeFrame({ opcode: BINARY, payload, maskingKey });
  const isPoisoned = poisons(wire, wanted);
  if (isFirst || !isPoisoned) exhibit('attack', played(seen, foretold, payload, wire, wanted));
  if (isPoisoned) return;
  fail({
    message: ATTACK.failed,
    sent: ATTACK.sent(hexadecimal(foretold), wanted.method, addressOf(wanted)),
    expected: ATTACK.expected,
    actual: ATTACK.wire(hexadecimal(mask(payload, maskingKey), 48)),
    where: ATTACK.where,
    hint: ATTACK.hint,
  });
}

/** Trials made against the student's browser; each uses all that was seen before it. */
const TRIALS = 200;
/** Honest frames that the attacker's server reads first. */
const OBSERVED = 3;

/** The page foretells each key in turn by every way it knows; what the browser refuses to send, harms nobody. */
export async function expectNoPoisoning({
  outcomes,
  random,
  exhibit,
}: CheckContext): Promise<void> {
  const seen: Uint8Array[] = [];
  const send = async (payload: Uint8Array): Promise<Uint8Array | null> => {
    const [outcome] = await outcomes('envoyer', [[payload]]);
    if (outcome?.status !== 'returned') return null;
    const returned = { value: outcome.value, sent: '' };
    // What is no bytes reaches nobody: that honest messages no longer arrive is another check's business.
    if (failureIn(() => readBytes(returned)) !== null) return null;
    const wire = readBytes(returned);
    const key = keyOf(wire);
    if (key !== null) seen.push(key);
    return wire;
  };
  for (let honest = 0; honest < OBSERVED; honest += 1) await send(random.bytes(5));
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const guesses = foretellKeys(seen);
    // One further at each round: every way meets every method, after an even number of frames and an odd one.
    const round = Math.floor(trial / guesses.length);
    const guess = guesses[(trial + round) % guesses.length];
    const wanted = drawRequest(random, METHODS[trial % METHODS.length]);
    if (guess === undefined) return;
    const before = [...seen];
    const payload = mask(requestBytes(wanted), guess.key);
    const wire = await send(payload);
    if (wire === null) continue;
    exhibit('repair', played(before, guess.key, payload, wire, wanted));
    if (!poisons(wire, wanted)) continue;
    const frame = OBSERVED + trial + 1;
    fail({
      message: REPAIR.poisoned(frame),
      sent: REPAIR.sent(frame, guess.way),
      expected: REPAIR.expected,
      actual: REPAIR.actual(wanted.method, addressOf(wanted)),
      hint: REPAIR.hint,
    });
  }
}

/** So many in one batch. */
const DRAWN = 40;

/** `nouvelleCle` itself, should `envoyer` take its keys elsewhere. */
export async function expectUnforeseenKeys({ calls }: CheckContext): Promise<void> {
  const returned = await calls(
    'nouvelleCle',
    Array.from({ length: DRAWN }, () => []),
  );
  const keys = returned.map(readBytes).filter((key) => key.length === 4);
  for (const [index, key] of keys.entries()) {
    const guess = foretellKeys(keys.slice(0, index)).find(
      (each) => String(each.key) === String(key),
    );
    if (guess === undefined) continue;
    fail({
      message: REPAIR.drawn,
      sent: REPAIR.drawnSent(guess.way),
      expected: REPAIR.drawnExpected,
      actual: keys
        .slice(0, index + 1)
        .slice(-3)
        .map((each) => hexadecimal(each))
        .join(', puis '),
      hint: REPAIR.hint,
    });
  }
}

/** `null` where the bytes are no masked frame. */
export function keyOf(wire: Uint8Array): Uint8Array | null {
  try {
    return decodeFrame(wire)?.frame.maskingKey ?? null;
  } catch {
    return null;
  }
}

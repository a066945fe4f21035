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

/** What another user gets for the address, once the frame has passed by the proxy. */
function isPoisoned(wire: Uint8Array, wanted: ProxyRequest): boolean {
  const proxy = new NaiveProxy();
  proxy.pass(wire, () => FALSE_SCRIPT);
  return proxy.fetch(addressOf(wanted), () => TRUE_SCRIPT) === FALSE_SCRIPT;
}

/** The student attacks a browser that counts: the page has seen some keys, foretells the next, and asks for a payload. */
export async function expectPoisoning(
  { call }: CheckContext,
  random: Random,
  wanted: ProxyRequest,
): Promise<void> {
  const start = drawKey(random);
  const seen = Array.from({ length: random.integer(2, 5) }, (_, index) => countedKey(start, index));
  const foretold = foretellKeys(seen).find(({ way }) => way === 'next')?.key ?? start;
  const payload = readBytes(await call('chargePiegee', foretold, requestBytes(wanted)));
  // The browser draws its key, which is the one foretold, and masks.
  const maskingKey = countedKey(start, seen.length);
  const wire = encodeFrame({ opcode: BINARY, payload, maskingKey });
  if (isPoisoned(wire, wanted)) return;
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
export async function expectNoPoisoning({ outcomes, random }: CheckContext): Promise<void> {
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
    const guess = guesses[trial % guesses.length];
    const wanted = drawRequest(random, METHODS[trial % METHODS.length]);
    if (guess === undefined) return;
    const wire = await send(mask(requestBytes(wanted), guess.key));
    if (wire === null || !isPoisoned(wire, wanted)) continue;
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

// The attacker of RFC 6455 §10.3: its own server saw the keys of earlier frames, its page foretells the next one.

export type Foretelling = 'constant' | 'last' | 'next' | 'step';

export type Guess = { readonly way: Foretelling; readonly key: Uint8Array };

/**
 * What comes next if the key never changes, if the last one is used again, if it is a counter, or if it moves by a step;
 * numbers are tried in both byte orders. Of no key seen, nothing is foretold.
 */
export function foretellKeys(seen: readonly Uint8Array[]): readonly Guess[] {
  const [first] = seen;
  const last = seen.at(-1);
  const before = seen.at(-2);
  if (first === undefined || last === undefined) return [];
  const guesses: Guess[] = [
    { way: 'constant', key: first },
    { way: 'last', key: last },
  ];
  for (const isLittleEndian of [false, true]) {
    const word = wordOf(last, isLittleEndian);
    guesses.push({ way: 'next', key: keyOf(word + 1, isLittleEndian) });
    if (before === undefined) continue;
    const step = word - wordOf(before, isLittleEndian);
    guesses.push({ way: 'step', key: keyOf(word + step, isLittleEndian) });
  }
  return guesses;
}

/** A browser that counts: the key of its frame number `index`, from 0. */
export function countedKey(start: Uint8Array, index: number): Uint8Array<ArrayBuffer> {
  return keyOf(wordOf(start, false) + index, false);
}

function wordOf(key: Uint8Array, isLittleEndian: boolean): number {
  return new DataView(key.buffer, key.byteOffset, 4).getUint32(0, isLittleEndian);
}

function keyOf(word: number, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const key = new Uint8Array(4);
  new DataView(key.buffer).setUint32(0, word >>> 0, isLittleEndian);
  return key;
}

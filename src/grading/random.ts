// Chance that can be played again: everything a check draws comes from the report's seed and the check's id.

export type Random = {
  /** An integer between the two bounds, both included. */
  integer(minimum: number, maximum: number): number;
  bytes(length: number): Uint8Array;
  /** One item of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item;
};

/** `label` separates streams: two checks of one run draw different values, whatever their order. */
export function createRandom(seed: number, label: string): Random {
  const next = sfc32(seed, hashOf(label));
  const integer = (minimum: number, maximum: number) =>
    minimum + Math.floor((next() / 2 ** 32) * (maximum - minimum + 1));
  return {
    integer,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('pick() needs a list that is not empty');
      return item;
    },
  };
}

/** Chris Doty-Humphrey's sfc32: small, fast, passes PractRand. Yields unsigned 32-bit integers. */
function sfc32(seed: number, stream: number): () => number {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = stream | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first outputs still look like the seed.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(label: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
  }
  return hash;
}

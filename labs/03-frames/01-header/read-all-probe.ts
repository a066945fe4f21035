// Reads every pair of bytes beside the student's code, and packs what came: 65,536 results would not cross one by one.

/** How a value stands in the table: itself where it may be right, else one of these. */
export const NOT_CALLED = 254;
export const UNREAD = 255;

export const PAIR_COUNT = 65_536;

/**
 * Input `{ module, name, first, stride, from, every, table }`: call number k (`from`, then one in `every`) reads pair
 * (first + k · stride) mod 65,536, written into the 7 bytes of `table` that belong to it. Evidence `{ table, next }`:
 * `next` is 65,536 when all is done, less when results took time and the rest is for another probe, or -1 when
 * it is no use going on: something threw many times, or never settled.
 * Only reads and writes by index, which no student code can have replaced.
 */
export const READ_ALL_PAIRS = `
const { module, name, first, stride, from, every, table } = input;
const read = modules[module][name];
const bit = (value) => (value === true || value === 1 || value === 1n ? 1 : value === false || value === 0 || value === 0n ? 0 : 255);
const integers = [];
let big = 0n;
for (let n = 0; n < 128; n += 1) {
  integers[n] = big;
  big += 1n;
}
const integer = (value) => {
  if (typeof value === 'number') return value >= 0 && value < 128 && value % 1 === 0 ? value : 255;
  if (typeof value !== 'bigint') return 255;
  for (let n = 0; n < 128; n += 1) if (integers[n] === value) return n;
  return 255;
};
let refused = 0;
const refuse = (at) => {
  refused += 1;
  for (let n = at; n < at + 7; n += 1) table[n] = 255;
};
const store = (at, result) => {
  try {
    table[at] = bit(result.fin);
    table[at + 1] = bit(result.rsv1);
    table[at + 2] = bit(result.rsv2);
    table[at + 3] = bit(result.rsv3);
    table[at + 4] = integer(result.opcode);
    table[at + 5] = bit(result.masque);
    table[at + 6] = integer(result.longueur7);
  } catch {
    refuse(at);
  }
};
let open = 0;
const wait = async (at, promise) => {
  open += 1;
  try { store(at, await promise); } catch { refuse(at); }
  open -= 1;
};
// Results that take virtual time are waited for together, a thousand at a time.
let together = 0;
// A turn now and then lets the realm say that it lives: all at once takes seconds where the machine is busy.
let unheard = 0;
for (let k = from; k < 65536; k += every) {
  const pair = (first + k * stride) % 65536;
  const at = pair * 7;
  try {
    const value = read(pair >> 8, pair & 255);
    const then = typeof value === 'object' && value !== null ? value.then : undefined;
    if (typeof then !== 'function') store(at, value);
    else {
      for (let n = at; n < at + 7; n += 1) table[n] = 255;
      void wait(at, value);
      for (let n = 0; n < 32 && open > 0 && together === 0; n += 1) await null;
    }
  } catch {
    refuse(at);
  }
  if (refused > 256) return { table, next: -1 };
  unheard += 1;
  if (unheard === 4096) {
    unheard = 0;
    await clock.settle();
  }
  if (open === 0) continue;
  together += 1;
  if (together < 1000 && k + every < 65536) continue;
  for (let n = 0; n < 40 && open > 0; n += 1) await clock.advance(50);
  for (let n = 0; n < 5000 && open > 0; n += 1) await clock.settle();
  return { table, next: open > 0 ? -1 : k + every };
}
return { table, next: 65536 };`;

// Feeds chunks to the student's function beside it, in the form that is exported, and pictures what came back.
import { SETTLE_IN_PROBE } from '../../../src/grading/index.ts';

/**
 * Input `{ module, streams: [{ key, start, isDefault }], chunks: [{ stream, data }], reuse }`. Chunks go in their order,
 * each to its stream, whose key is one array for all its chunks. `start` is the offset at which a stream begins; with
 * `isDefault`, its first call leaves the offset out. With `reuse`, the caller writes over each chunk as soon as the call
 * has ended, and results are pictured only at the very end.
 * Evidence `{ form, results: [{ value, after }], keys, failure }`: `after` is the chunk after the call, `keys` are those of
 * the streams at the end; `failure` is `null`, or `{ thrown }`, `{ unsettled }` or `{ notAFunction }`, met after the last of `results`.
 */
export const FEED_CHUNKS = `${SETTLE_IN_PROBE}
const { module, streams, chunks, reuse } = input;
const { masquer, creerDemasqueur } = modules[module];
const isFactory = typeof creerDemasqueur === 'function';
// A picture of now, so that memory shared with a later result is told apart from a wrong byte.
const snapshot = (value) => {
  const isList = value instanceof Uint8Array || (typeof value === 'object' && value !== null && value.constructor === Array);
  if (reuse || !isList) return value;
  const copy = [];
  for (let i = 0; i < value.length; i += 1) copy[i] = value[i];
  return copy;
};
const made = [];
const results = [];
const form = isFactory ? 'factory' : 'function';
const failed = (outcome) => ({ form, results, failure: outcome ?? { unsettled: true } });
for (let s = 0; s < streams.length; s += 1) {
  const stream = { key: streams[s].key, seen: streams[s].start, feed: null };
  if (isFactory) {
    const creation = await settle(() => creerDemasqueur(stream.key));
    if (creation === null || 'thrown' in creation) return failed(creation);
    stream.feed = creation.value;
    if (typeof stream.feed !== 'function') return failed({ notAFunction: stream.feed });
    const skipped = streams[s].start % 4;
    if (skipped > 0) {
      const before = await settle(() => stream.feed(new Uint8Array(skipped)));
      if (before === null || 'thrown' in before) return failed(before);
    }
  } else {
    stream.feed = (data) =>
      streams[s].isDefault && stream.seen === 0 ? masquer(data, stream.key) : masquer(data, stream.key, stream.seen);
  }
  made[s] = stream;
}
for (let c = 0; c < chunks.length; c += 1) {
  const { stream: place, data } = chunks[c];
  const stream = made[place];
  const size = data.length;
  const outcome = await settle(() => stream.feed(data));
  stream.seen += size;
  if (outcome === null || 'thrown' in outcome) return failed(outcome);
  results[c] = { value: snapshot(outcome.value), after: snapshot(data) };
  if (reuse) {
    results[c].after = [];
    for (let i = 0; i < size; i += 1) {
      results[c].after[i] = data[i];
      data[i] ^= 255;
    }
  }
}
const keys = [];
for (let s = 0; s < made.length; s += 1) keys[s] = snapshot(made[s].key);
return { form, results, keys, failure: null };`;

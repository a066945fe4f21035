// Feeds chunks to the student's analysers beside them, in the form that is exported, and pictures the frames that come.
import { SETTLE_IN_PROBE } from '../../../src/grading/index.ts';

/** Bytes of one line of the table in which frames are written down. */
export const ROW = 13;

/**
 * The start of the probe of this step. `create(options)` makes one analyser, as `settle()` does; `options` may be `null`.
 * `start(analyser, chunk)` calls `pousser` and gives `{ list }`, `{ thrown }`, or `{ promise }`, of which `settled()` gives the
 * rest, or `{ unsettled }`: who returns no promise is not made to wait, ten thousand times over. `drain(list, cap, take)`
 * consumes the iterable at once and gives `null`, `{ thrown }`, `{ notIterable }`, or `{ isCut }` past `cap` frames.
 * `bytesIn(value)` lets bytes of any form be read by index. No built-in that student code may have replaced is trusted with what has not been given to it yet.
 */
const ANALYSER_IN_PROBE = `${SETTLE_IN_PROBE}
const { Analyseur, creerAnalyseur } = modules[input.module];
const isFactory = typeof creerAnalyseur === 'function';
const form = isFactory ? 'factory' : 'class';
const create = (options) =>
  settle(() => {
    if (isFactory) return options === null ? creerAnalyseur() : creerAnalyseur(options);
    return options === null ? new Analyseur() : new Analyseur(options);
  });
const start = (analyser, chunk) => {
  try {
    const list = analyser.pousser(chunk);
    const isPromise = typeof list === 'object' && list !== null && typeof list.then === 'function';
    return isPromise ? { promise: list } : { list };
  } catch (thrown) {
    return { thrown };
  }
};
const settled = async ({ promise }) => {
  const outcome = await settle(() => promise);
  if (outcome === null) return { unsettled: true };
  return 'thrown' in outcome ? outcome : { list: outcome.value };
};
const drain = (list, cap, take) => {
  if (list === null || list === undefined) return null;
  let count = 0;
  try {
    if (typeof list === 'string' || typeof list[Symbol.iterator] !== 'function') return { notIterable: list };
    for (const frame of list) {
      if (count >= cap) return { isCut: true };
      take(frame);
      count += 1;
    }
  } catch (thrown) {
    return { thrown };
  }
  return null;
};
const bytesIn = (value) => {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value.buffer instanceof ArrayBuffer) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value.constructor !== Array) return null;
  for (let i = 0; i < value.length; i += 1) if (value[i] !== (value[i] & 255)) return null;
  return value;
};
`;

/**
 * Input `{ module, streams: [{ options, isEarly }], feeds: [{ stream, data }], arena, table, after, cap, reuse }`. An analyser
 * is made just before its first chunk, or before all chunks with `isEarly`. After a call that fails, its stream is fed no more.
 *
 * Pictures of thousands of frames are slow, so a frame of the usual kind is written down as bytes as soon as it comes: its
 * data in `arena`, and `ROW` bytes in `table`: call (2), FIN, opcode, MASK (2: none), start (4) and size (4) of its data.
 * Memory that is shared with a later frame is thus told apart from a wrong byte. With `reuse`, frames are left alone, the
 * caller writes over each chunk as soon as the call is over, and all is pictured at the very end.
 *
 * Evidence `{ form, rows, table, arena, after, odd }`: `after`, when it has room, holds the chunks as they were after the
 * calls, one behind the other; `odd` lists `{ call, frame, at }` for a frame of another kind, which came after `at` rows, and `{ call, what }` for
 * what went wrong: that of `start()`, `settled()` and `drain()`, `{ notMade }`, `{ notAnAnalyser }`, `{ isSkipped }`.
 */
const FEED = `
const { streams, feeds, arena, table, after, cap, reuse } = input;
let used = 0;
let rows = 0;
let seen = 0;
const odd = [];
const bit = (value) => (value === true || value === 1 ? 1 : value === false || value === 0 ? 0 : -1);
const write = (at, value, size) => {
  for (let i = 0; i < size; i += 1) table[at + i] = (value / 256 ** (size - 1 - i)) & 255;
};
const note = (call, frame) => {
  if (reuse) return false;
  try {
    const { fin, opcode, masque, donnees } = frame;
    const mask = masque === undefined || masque === null ? 2 : bit(masque);
    if (bit(fin) === -1 || mask === -1 || opcode !== (opcode & 255)) return false;
    const bytes = bytesIn(donnees);
    if (bytes === null || !(used + bytes.length <= arena.length)) return false;
    const at = rows * ${ROW};
    if (at >= table.length) return false;
    const size = bytes.length;
    for (let i = 0; i < size; i += 1) arena[used + i] = bytes[i];
    write(at, call, 2);
    table[at + 2] = bit(fin);
    table[at + 3] = opcode;
    table[at + 4] = mask;
    write(at + 5, used, 4);
    write(at + 9, size, 4);
    used += size;
    rows += 1;
    return true;
  } catch {
    return false;
  }
};
const made = [];
const failed = [];
const make = async (place) => {
  const creation = await create(streams[place].options);
  if (creation === null || 'thrown' in creation) return { notMade: creation === null ? null : creation.thrown };
  const analyser = creation.value;
  if (typeof analyser !== 'object' && typeof analyser !== 'function') return { notAnAnalyser: analyser };
  if (analyser === null || typeof analyser.pousser !== 'function') return { notAnAnalyser: analyser };
  made[place] = analyser;
  return null;
};
for (let s = 0; s < streams.length; s += 1) failed[s] = streams[s].isEarly ? await make(s) : null;
for (let c = 0; c < feeds.length; c += 1) {
  const { stream, data } = feeds[c];
  if (failed[stream] === null && made[stream] === undefined) failed[stream] = await make(stream);
  let what = failed[stream];
  if (what === null) {
    let opened = start(made[stream], data);
    if (opened.promise !== undefined) opened = await settled(opened);
    what = 'list' in opened
      ? drain(opened.list, cap, (frame) => {
          if (!note(c, frame)) odd[odd.length] = { call: c, frame, at: rows };
        })
      : opened;
    if (after.length > 0) for (let i = 0; i < data.length; i += 1) after[seen + i] = data[i];
    if (reuse) for (let i = 0; i < data.length; i += 1) data[i] ^= 255;
  }
  seen += data.length;
  if (what !== null) {
    odd[odd.length] = { call: c, what };
    failed[stream] = { isSkipped: true };
  }
}
return { form, rows, table, arena, after, odd };`;

/**
 * Input `{ module, data, chunk, starts, payloadSize, heads, firsts }`. With `data`, the frames come glued in that one chunk;
 * else each comes in a call of its own, always in `chunk`, in which the caller writes the start of the next: 3 bytes of
 * `starts`, over and over. `heads` and `firsts` are as long as there are frames to come.
 * Evidence `{ form, count, pushed, heads, firsts, odd, failure }`: for each frame its FIN and opcode in one byte, and the
 * first byte of its data; `odd` is the first whose data are not of `payloadSize` bytes, or -1; `pushed`, the frames given.
 */
const FLOOD = `
const { data, payloadSize, heads, firsts } = input;
const total = heads.length;
let count = 0;
let odd = -1;
let pushed = 0;
const take = (frame) => {
  const bytes = bytesIn(frame.donnees);
  if (odd === -1 && (bytes === null || bytes.length !== payloadSize)) odd = count;
  heads[count] = (frame.fin ? 128 : 0) | Number(frame.opcode);
  firsts[count] = bytes === null || bytes.length === 0 ? 0 : bytes[0];
  count += 1;
};
const done = (failure) => ({ form, count, pushed, heads, firsts, odd, failure });
const creation = await create(null);
if (creation === null || 'thrown' in creation) return done({ notMade: creation === null ? null : creation.thrown });
const analyser = creation.value;
const failureOf = (opened) => ('list' in opened ? drain(opened.list, total - count, take) : opened);
if (data !== null) {
  pushed = total;
  let opened = start(analyser, data);
  if (opened.promise !== undefined) opened = await settled(opened);
  return done(failureOf(opened));
}
const { chunk, starts } = input;
for (let n = 0; n < total; n += 1) {
  const from = (n * 3) % starts.length;
  for (let i = 0; i < 3; i += 1) chunk[i] = starts[from + i];
  pushed += 1;
  let opened = start(analyser, chunk);
  if (opened.promise !== undefined) opened = await settled(opened);
  const failure = failureOf(opened);
  if (failure !== null) return done(failure);
  // Whoever waits for a timer at each call is slow for another reason: fewer calls tell as much.
  if (n === 50 && clock.now() > 0) break;
}
return done(null);`;

/** Both in one: making a module of a probe takes a realm longer than most plays. `feeds` in the input tells which. */
export const PLAY_ANALYSERS = `${ANALYSER_IN_PROBE}
const feed = async () => {${FEED}};
const flood = async () => {${FLOOD}};
return input.feeds === undefined ? await flood() : await feed();`;

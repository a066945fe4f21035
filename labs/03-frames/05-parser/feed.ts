// Plays chunks to the student's analysers, and gives back what each call gave, as a check reads it.
import {
  type CheckContext,
  type Cloneable,
  type Evidence,
  propertyOf,
} from '../../../src/grading/index.ts';
import { PLAY_ANALYSERS, ROW } from './feed-probe.ts';

export const MODULE = 'trames/analyseur.js';

export type Feed = { readonly stream: number; readonly data: Uint8Array };

export type AnalyserOptions = { readonly tailleMax?: number; readonly inconnu?: number } | null;

export type Played = {
  readonly form: 'class' | 'factory';
  /** One for each feed, in order. */
  readonly calls: readonly PlayedCall[];
};

type ReturnedCall = {
  readonly status: 'returned';
  readonly frames: readonly Evidence[];
  /** There were more frames than anybody could expect. */
  readonly isCut: boolean;
  /** The chunk after the call; as it was given unless chunks are kept. */
  readonly after: Uint8Array;
};

/** A call that gave no list of frames. */
export type FailedCall =
  | {
      readonly status: 'thrown' | 'notIterable' | 'notAnAnalyser' | 'notMade';
      readonly value: Evidence;
    }
  | { readonly status: 'unsettled' };

/** `skipped`: an earlier call of the same stream had failed. */
export type PlayedCall = ReturnedCall | FailedCall | { readonly status: 'skipped' };

/** What the first of the calls that threw has thrown; `null` when none did. */
export function thrownBy(calls: readonly PlayedCall[]): Evidence | null {
  for (const call of calls) if (call.status === 'thrown') return call.value;
  return null;
}

export type PlayOptions = {
  readonly options?: readonly AnalyserOptions[];
  /** Analysers that are made before any chunk comes; all others just before their first. */
  readonly early?: readonly number[];
  readonly reuse?: boolean;
  /** Whether the chunks are wanted as they are after the calls: without, `after` is what was given. */
  readonly keepsChunks?: boolean;
};

/** Room for whoever returns more than the data. */
const SLACK = 4_096;

/** In one call: far more than any chunk of these plays holds. */
const MOST_FRAMES = 64;

/** Written down for each stream, and for all together; what there is no room for is pictured, which is only slower. */
const ROWS = { perStream: 8, spare: 4 * MOST_FRAMES } as const;

export async function playFeeds(
  { subject }: CheckContext,
  feeds: readonly Feed[],
  { options = [], early = [], reuse = false, keepsChunks = false }: PlayOptions = {},
): Promise<Played> {
  const streamCount = Math.max(0, ...feeds.map(({ stream }) => stream + 1));
  const size = feeds.reduce((sum, { data }) => sum + data.length, 0);
  const input: Cloneable = {
    module: MODULE,
    streams: Array.from({ length: streamCount }, (_, stream) => ({
      options: options[stream] ?? null,
      isEarly: early.includes(stream),
    })),
    feeds,
    arena: new Uint8Array(reuse ? 0 : size + SLACK),
    table: new Uint8Array(reuse ? 0 : ROW * (ROWS.perStream * streamCount + ROWS.spare)),
    after: new Uint8Array(keepsChunks ? size : 0),
    cap: MOST_FRAMES,
    reuse,
  };
  const evidence = await subject.probe(PLAY_ANALYSERS, input);
  return { form: formOf(evidence), calls: readCalls(evidence, feeds) };
}

export function formOf(evidence: Evidence): 'class' | 'factory' {
  const form = propertyOf(evidence, 'form');
  return form.type === 'string' && form.value === 'factory' ? 'factory' : 'class';
}

/** Frames that were written down, and what was not, in the order in which they came. */
function readCalls(evidence: Evidence, feeds: readonly Feed[]): readonly PlayedCall[] {
  const [table, arena, after] = ['table', 'arena', 'after'].map((name) => bytesOf(evidence, name));
  const rows = numberOf(propertyOf(evidence, 'rows'));
  const frames = feeds.map((): Evidence[] => []);
  const odd = oddItems(evidence);
  const failed = new Map<number, Evidence>();
  let next = 0;
  for (let row = 0; row <= rows; row += 1) {
    for (; next < odd.length && (odd[next]?.at ?? row) <= row; next += 1) {
      const item = odd[next];
      if (item?.frame !== undefined) frames[item.call]?.push(item.frame);
      else if (item?.what !== undefined) failed.set(item.call, item.what);
    }
    if (row === rows || table === undefined || arena === undefined) continue;
    const view = new DataView(table.buffer, table.byteOffset + row * ROW, ROW);
    frames[view.getUint16(0)]?.push(readRow(view, arena));
  }
  // Nothing at all: the probe itself never came to its end.
  const isUnread = evidence.type !== 'object';
  let seen = 0;
  return feeds.map(({ data }, index): PlayedCall => {
    const isKept = after !== undefined && seen + data.length <= after.length;
    const bytes = isKept ? after.slice(seen, seen + data.length) : data;
    seen += data.length;
    const what = failed.get(index);
    const isCut = propertyOf(what ?? { type: 'null' }, 'isCut').type === 'boolean';
    if (isUnread) return { status: 'unsettled' };
    if (what !== undefined && !isCut) return readFailure(what);
    return { status: 'returned', frames: frames[index] ?? [], isCut, after: bytes };
  });
}

/** What a probe of this step says of a call that gave no list of frames. */
export function readFailure(what: Evidence): FailedCall | { readonly status: 'skipped' } {
  const has = (name: string): boolean =>
    what.type === 'object' && what.entries.some(([key]) => key === name);
  for (const status of ['thrown', 'notIterable', 'notAnAnalyser', 'notMade'] as const) {
    if (has(status)) return { status, value: propertyOf(what, status) };
  }
  return { status: has('isSkipped') ? 'skipped' : 'unsettled' };
}

type Odd = {
  readonly call: number;
  readonly at: number | undefined;
  readonly frame: Evidence | undefined;
  readonly what: Evidence | undefined;
};

function oddItems(evidence: Evidence): readonly Odd[] {
  const list = propertyOf(evidence, 'odd');
  return (list.type === 'array' ? list.items : []).map((item) => {
    const has = (name: string): boolean =>
      item.type === 'object' && item.entries.some(([key]) => key === name);
    return {
      call: numberOf(propertyOf(item, 'call')),
      at: has('at') ? numberOf(propertyOf(item, 'at')) : undefined,
      frame: has('frame') ? propertyOf(item, 'frame') : undefined,
      what: has('what') ? propertyOf(item, 'what') : undefined,
    };
  });
}

/** A line of the table, as the frame that it stands for. */
function readRow(view: DataView, arena: Uint8Array): Evidence {
  const start = view.getUint32(5);
  const bytes = arena.slice(start, start + view.getUint32(9));
  const masked = view.getUint8(4);
  const entries: [string, Evidence][] = [
    ['fin', { type: 'boolean', value: view.getUint8(2) === 1 }],
    ['opcode', { type: 'number', value: view.getUint8(3) }],
    ['donnees', { type: 'bytes', kind: 'Uint8Array', bytes, length: bytes.length }],
  ];
  if (masked < 2) entries.splice(2, 0, ['masque', { type: 'boolean', value: masked === 1 }]);
  return { type: 'object', className: 'Object', entries };
}

function bytesOf(evidence: Evidence, name: string): Uint8Array | undefined {
  const value = propertyOf(evidence, name);
  return value.type === 'bytes' ? value.bytes : undefined;
}

const numberOf = (value: Evidence): number => (value.type === 'number' ? value.value : 0);

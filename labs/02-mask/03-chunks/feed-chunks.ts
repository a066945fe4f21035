// Chunks of masked streams as step 2.3 plays them, and the results as a check reads them.
import {
  type CheckContext,
  type Cloneable,
  describeThrown,
  type Evidence,
  fail,
  kindOf,
  propertyOf,
  type Returned,
  showEvidence,
} from '../../../src/grading/index.ts';
import { FEED_CHUNKS } from './chunk-probe.ts';
import { CHUNK, SENT } from './messages.ts';

export const MODULE = 'masque/masquer.js';

export type Stream = {
  readonly key: Uint8Array;
  /** How many bytes went before the first chunk; `null`: none, and nothing is said of it. */
  readonly start: number | null;
};

export type Chunk = { readonly stream: number; readonly data: Uint8Array };

export type Fed = Chunk & {
  readonly key: Uint8Array;
  /** Of the chunk's first byte, in its stream. */
  readonly offset: number;
  /** Length of the chunk before it in its stream; 0 for the first. */
  readonly previous: number;
  /** Its rank in its stream. */
  readonly index: number;
  readonly returned: Returned;
  /** The chunk as it was after the call. */
  readonly after: Evidence;
  /** The key of its stream as it was when all was over. */
  readonly keyAfter: Evidence;
};

/** Plays the chunks in their order; fails the check at the first that gives nothing. */
export async function feedChunks(
  { subject }: CheckContext,
  streams: readonly Stream[],
  chunks: readonly Chunk[],
  reuse = false,
): Promise<readonly Fed[]> {
  const input: Cloneable = {
    module: MODULE,
    streams: streams.map(({ key, start }) => ({
      key,
      start: start ?? 0,
      isDefault: start === null,
    })),
    chunks,
    reuse,
  };
  const evidence = await subject.probe(FEED_CHUNKS, input);
  const form = propertyOf(evidence, 'form');
  const isFactory = form.type === 'string' && form.value === 'factory';
  const results = propertyOf(evidence, 'results');
  const items = results.type === 'array' ? results.items : [];
  const keys = propertyOf(evidence, 'keys');
  const seen = streams.map(({ start }) => ({ offset: start ?? 0, previous: 0, index: 0 }));
  const fed: Fed[] = [];
  for (const [place, chunk] of chunks.entries()) {
    const { key, start } = streams[chunk.stream] ?? { key: new Uint8Array(4), start: 0 };
    const position = seen[chunk.stream] ?? { offset: 0, previous: 0, index: 0 };
    const { offset, index } = position;
    const told = start === null && index === 0 ? null : offset;
    const sent = isFactory
      ? SENT.factory(chunk.data, key, offset)
      : SENT.function(chunk.data, key, told);
    const item = items[place];
    if (item === undefined) return failFor(propertyOf(evidence, 'failure'), isFactory, sent);
    const [value, after] = [propertyOf(item, 'value'), propertyOf(item, 'after')];
    const keyAfter = keys.type === 'array' ? keys.items[chunk.stream] : undefined;
    fed.push({
      ...chunk,
      ...position,
      key,
      returned: { value, sent },
      after,
      keyAfter: keyAfter ?? { type: 'undefined' },
    });
    seen[chunk.stream] = {
      offset: offset + chunk.data.length,
      previous: chunk.data.length,
      index: index + 1,
    };
  }
  return fed;
}

function failFor(failure: Evidence, isFactory: boolean, sent: string): never {
  const name = isFactory ? 'creerDemasqueur' : 'masquer';
  const thrown = propertyOf(failure, 'thrown');
  const other = propertyOf(failure, 'notAFunction');
  if (thrown.type === 'error') {
    fail({
      message: CHUNK.threw(name, describeThrown(thrown)),
      sent,
      expected: CHUNK.aResult,
      actual: showEvidence(thrown),
      location: thrown.location,
      hint: CHUNK.threwHint,
    });
  }
  if (failure.type === 'object' && failure.entries.some(([key]) => key === 'notAFunction')) {
    fail({
      message: CHUNK.notAFunction(kindOf(other)),
      sent,
      expected: CHUNK.aFunction,
      actual: showEvidence(other),
      hint: CHUNK.notAFunctionHint,
    });
  }
  fail({
    message: CHUNK.unsettled(name),
    sent,
    expected: CHUNK.aResult,
    actual: CHUNK.nothing,
    hint: CHUNK.unsettledHint,
  });
}

// What a hostile or broken peer may send to a mux, and what it costs.
import { expect, test } from 'vitest';
import { accepter, data, OPEN } from './hand-carrier.fixture.ts';
import { MAX_WINDOW, type MuxFrame } from './mux-frame.ts';

test.each<[what: string, code: string, frames: (MuxFrame | Uint8Array)[]]>([
  ['an empty frame', 'short-frame', [new Uint8Array(0)]],
  ['a frame of four bytes', 'short-frame', [new Uint8Array(4)]],
  ['an unknown type', 'unknown-type', [new Uint8Array([99, 0, 0, 0, 1])]],
  ['DATA on a stream that never was', 'unknown-stream', [data(1, 7)]],
  ['RESET of stream 0', 'unknown-stream', [{ type: 'reset', stream: 0 }]],
  ['DATA on an id of ours, never opened', 'unknown-stream', [data(1, 2)]],
  ['OPEN with an id of our parity', 'bad-stream-id', [{ ...OPEN, stream: 2 }]],
  ['OPEN of the same id twice', 'bad-stream-id', [OPEN, OPEN]],
  ['OPEN of an earlier id', 'bad-stream-id', [{ ...OPEN, stream: 3 }, OPEN]],
  ['OPEN with an immense window', 'credit-overflow', [{ ...OPEN, window: MAX_WINDOW + 1 }]],
  ['ACCEPT of its own offer', 'unexpected-frame', [OPEN, { type: 'accept', stream: 1, window: 1 }]],
  [
    'REFUSE of its own offer',
    'unexpected-frame',
    [OPEN, { type: 'refuse', stream: 1, reason: 'busy' }],
  ],
  ['one byte beyond the credit', 'data-beyond-credit', [OPEN, data(1200), data(801)]],
  ['DATA after END', 'unexpected-frame', [OPEN, { type: 'end', stream: 1 }, data(1)]],
  ['END twice', 'unexpected-frame', [OPEN, { type: 'end', stream: 1 }, { type: 'end', stream: 1 }]],
  [
    'credit beyond all windows',
    'credit-overflow',
    [OPEN, { type: 'credit', stream: 1, bytes: 0xffffffff }],
  ],
])('%s closes the carrier and resets what was open', async (_what, code, frames) => {
  const { carrier, mux, streams, resets } = accepter();
  carrier.receive(...frames);
  expect(carrier.isClosed).toBe(true);
  expect(await mux.closed).toMatchObject({ by: 'us', violation: { code } });
  expect(resets).toEqual(streams.map(() => 'closed'));
});

test('DATA before the stream is accepted closes the carrier: an offer is worth no memory', async () => {
  const { carrier, mux } = accepter({ onStream: () => undefined });
  carrier.receive(OPEN, data(1));
  expect(await mux.closed).toMatchObject({ violation: { code: 'unexpected-frame' } });
});

test('a second ACCEPT closes the carrier', async () => {
  const { carrier, mux } = accepter();
  mux.open({ port: 1 });
  carrier.receive(
    { type: 'accept', stream: 2, window: 1 },
    { type: 'accept', stream: 2, window: 1 },
  );
  expect(await mux.closed).toMatchObject({ violation: { code: 'unexpected-frame' } });
});

test('nothing more is heard or said after the carrier has closed', () => {
  const { carrier, streams, received } = accepter();
  carrier.receive(OPEN, new Uint8Array(1));
  const said = carrier.sent.length;
  carrier.receive(data(1));
  streams[0]!.write(new Uint8Array(10));
  streams[0]!.end();
  expect(received).toEqual([]);
  expect(carrier.sent).toHaveLength(said);
});

test('a flood of offers costs one refusal each and no memory', () => {
  const { carrier, streams } = accepter({ maxStreams: 2 });
  for (let id = 1; id < 20_001; id += 2) carrier.receive({ ...OPEN, stream: id });
  expect(streams).toHaveLength(2);
  expect(carrier.sent.filter((frame) => frame.type === 'refuse')).toHaveLength(9_998);
});

test('frames for a stream that has ended are ignored: they crossed its end on their way', () => {
  const { carrier, streams, received, resets } = accepter();
  carrier.receive(OPEN);
  streams[0]!.reset();
  carrier.receive(
    data(2000),
    data(2000),
    { type: 'credit', stream: 1, bytes: 9 },
    { type: 'end', stream: 1 },
  );
  expect(carrier.isClosed).toBe(false);
  expect(received).toEqual([]);
  expect(resets).toEqual([]);
});

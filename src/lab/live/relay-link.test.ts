import { expect, test } from 'vitest';
import { LIVE_CLOSE, MAX_VISITORS } from '../../live/index.ts';
import { RelayLink } from './relay-link.ts';

const SECRET = 's'.repeat(43);
const FIRST = 'abcdefghijklmnop';
const SECOND = 'qrstuvwxyz234567';

/** The relay's end of a WebSocket, driven by hand. */
class FakeSocket extends EventTarget {
  binaryType = 'blob';
  readyState = 0;
  bufferedAmount = 0;
  readonly sent: unknown[] = [];
  isClosed = false;

  send(data: unknown): void {
    this.sent.push(data);
  }
  close(): void {
    this.isClosed = true;
  }
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  say(message: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
  claimed(code: string): void {
    this.open();
    this.say({
      type: 'claimed',
      code,
      secret: SECRET,
      origins: [],
      loopbackOnly: true,
      restart: null,
    });
  }
  end(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(new CloseEvent('close', { code }));
  }
}

function createLink() {
  const sockets: FakeSocket[] = [];
  const said: string[] = [];
  let waits: { readonly milliseconds: number; readonly callback: () => void }[] = [];
  const link = new RelayLink({
    connect: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    wait: (milliseconds, callback) => waits.push({ milliseconds, callback }),
    chance: () => 0.5,
    claimed: ({ code }, isSame) => said.push(`claimed ${code} ${isSame ? 'same' : 'new'}`),
    cut: () => said.push('cut'),
    over: (code) => said.push(`over ${code}`),
    warning: ({ reason }) => said.push(`warning ${reason}`),
    visitor: () => said.push('visitor'),
    page: (refusal) => said.push(`page ${refusal ?? 'kept'}`),
  });
  /** Rings what waits at most `limit` milliseconds; gives how long each was to wait. */
  const pass = (limit = 9_999): number[] => {
    const due = waits.filter(({ milliseconds }) => milliseconds <= limit);
    waits = waits.filter(({ milliseconds }) => milliseconds > limit);
    for (const { callback } of due) callback();
    return due.map(({ milliseconds }) => milliseconds);
  };
  const last = (): FakeSocket => sockets.at(-1)!;
  return { link, sockets, said, pass, last };
}

const claimOf = (socket: FakeSocket): unknown => JSON.parse(String(socket.sent[0])) as unknown;

test('the first word is a claim, and a code is given for it', () => {
  const { said, last } = createLink();
  last().claimed(FIRST);
  expect(claimOf(last())).toEqual({ type: 'claim' });
  expect(said).toEqual([`claimed ${FIRST} new`]);
});

test('after a cut the code is asked for with its secret, after pauses that grow', () => {
  const { said, pass, last } = createLink();
  last().claimed(FIRST);
  last().end(1006);
  expect(pass()).toEqual([250]);
  last().end(1006);
  expect(pass()).toEqual([500]);
  last().claimed(FIRST);
  expect(claimOf(last())).toEqual({ type: 'claim', resume: { code: FIRST, secret: SECRET } });
  expect(said).toEqual([`claimed ${FIRST} new`, 'cut', 'cut', `claimed ${FIRST} same`]);
});

test('a secret that is no longer known is forgotten: another code is better than none', () => {
  const { said, pass, last } = createLink();
  last().claimed(FIRST);
  last().end(LIVE_CLOSE.STOPPING);
  pass();
  last().open();
  last().end(LIVE_CLOSE.WRONG_SECRET);
  pass();
  last().claimed(SECOND);
  expect(claimOf(last())).toEqual({ type: 'claim' });
  expect(said.at(-1)).toBe(`claimed ${SECOND} new`);
});

test.each([LIVE_CLOSE.REPLACED, LIVE_CLOSE.IDLE, LIVE_CLOSE.BAD_CLAIM])(
  'close code %d is final',
  (code) => {
    const { said, sockets, pass, last } = createLink();
    last().claimed(FIRST);
    last().end(code);
    pass();
    expect(said.at(-1)).toBe(`over ${code}`);
    expect(sockets).toHaveLength(1);
  },
);

test('« too many » is final at first, and passes when we were online', () => {
  const first = createLink();
  first.last().open();
  first.last().end(LIVE_CLOSE.TOO_MANY_TABS);
  expect(first.said).toEqual([`over ${LIVE_CLOSE.TOO_MANY_TABS}`]);
  const second = createLink();
  second.last().claimed(FIRST);
  second.last().end(LIVE_CLOSE.TOO_MANY_CLAIMS);
  expect(second.said.at(-1)).toBe('cut');
});

test('a relay that is not there is over at once; one that says nothing is closed', () => {
  const absent = createLink();
  absent.last().end(1006);
  expect(absent.said).toEqual(['over 1006']);
  const silent = createLink();
  silent.last().open();
  silent.pass(10_000);
  expect(silent.last().isClosed).toBe(true);
});

test('warnings are text beside the multiplexed bytes', () => {
  const { said, last } = createLink();
  last().claimed(FIRST);
  last().say({ type: 'warning', visitor: null, reason: 'not-listening', detail: '' });
  expect(said.at(-1)).toBe('warning not-listening');
  expect(last().isClosed).toBe(false);
});

test('as many visitors are let in as the relay sends', () => {
  const { said, last } = createLink();
  last().claimed(FIRST);
  for (let stream = 1; stream < 2 * MAX_VISITORS; stream += 2) {
    // OPEN, a window of 1 byte, no port, no address (src/mux/mux-frame.ts).
    const frame = Uint8Array.of(1, 0, 0, stream >> 8, stream & 255, 0, 0, 0, 1, 0, 0, 0, 0);
    last().dispatchEvent(new MessageEvent('message', { data: frame.buffer }));
  }
  expect(said.filter((event) => event === 'visitor')).toHaveLength(MAX_VISITORS);
  expect(last().sent).toHaveLength(1);
});

test('close() gives the code back and tries nothing more', () => {
  const { link, said, sockets, pass, last } = createLink();
  last().claimed(FIRST);
  link.close();
  expect(last().isClosed).toBe(true);
  last().end(1005);
  pass();
  expect(sockets).toHaveLength(1);
  expect(said).toHaveLength(1);
});

/** One interval of the link's watch goes by. */
const INTERVAL = 10_000;

test('a relay that falls silent is given up after two whole intervals, and asked again', () => {
  const { said, sockets, pass, last } = createLink();
  last().claimed(FIRST);
  pass(INTERVAL);
  pass(INTERVAL);
  expect(said).toEqual([`claimed ${FIRST} new`]);
  pass(INTERVAL);
  expect(said.at(-1)).toBe('cut');
  expect(last().isClosed).toBe(true);
  // The browser learns it much later: the link has moved on.
  const before = last();
  pass();
  expect(sockets).toHaveLength(2);
  before.end(1006);
  expect(said).toEqual([`claimed ${FIRST} new`, 'cut']);
  last().claimed(FIRST);
  expect(said.at(-1)).toBe(`claimed ${FIRST} same`);
});

test('a sign of life, or any other message, keeps the link for as long as they come', () => {
  const { said, pass, last } = createLink();
  last().claimed(FIRST);
  for (let count = 0; count < 20; count += 1) {
    pass(INTERVAL);
    pass(INTERVAL);
    if (count % 2 === 0) last().say({ type: 'alive' });
    else last().say({ type: 'warning', visitor: null, reason: 'busy', detail: '' });
  }
  expect(said).not.toContain('cut');
  expect(last().isClosed).toBe(false);
});

test('what a socket says after it was given up is not heard', () => {
  const { said, pass, last } = createLink();
  last().claimed(FIRST);
  const before = last();
  for (let count = 0; count < 3; count += 1) pass(INTERVAL);
  before.say({ type: 'warning', visitor: null, reason: 'not-listening', detail: '' });
  expect(said.at(-1)).toBe('cut');
});

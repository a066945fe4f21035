import { expect, test } from 'vitest';
import { LIVE_CLOSE, MAX_VISITORS, TAB_GIVES_UP, type StudentPage } from '../../live/index.ts';
import { RelayLink, type RelayLinkOptions } from './relay-link.ts';

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
  /** Of its Close frame; `null` for one without. */
  closeCode: number | null = null;

  send(data: unknown): void {
    this.sent.push(data);
  }
  close(code?: number): void {
    if (!this.isClosed) this.closeCode = code ?? null;
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

function createLink(options: RelayLinkOptions = {}) {
  const sockets: FakeSocket[] = [];
  const said: string[] = [];
  let waits: { readonly milliseconds: number; readonly callback: () => void }[] = [];
  const link = new RelayLink(
    {
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
    },
    options,
  );
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
  expect([last().isClosed, last().closeCode]).toEqual([true, null]);
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
  // Not as one that leaves by itself: its Close may come before it is back.
  expect([last().isClosed, last().closeCode]).toEqual([true, TAB_GIVES_UP]);
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

const pageWith = (text: string): StudentPage => ({
  module: 'page/demarrage.js',
  files: { 'page/demarrage.js': text, 'page/index.html': '' },
});
/** The pages that were sent, each put together again. */
function pagesIn({ sent }: FakeSocket): unknown[] {
  const pages: unknown[] = [];
  let text = '';
  for (const each of sent.filter((data) => typeof data === 'string')) {
    const message = JSON.parse(each) as { type: string; part: number; of: number; text: string };
    if (message.type !== 'page') continue;
    text = message.part === 0 ? message.text : text + message.text;
    if (message.part === message.of - 1) pages.push(JSON.parse(text));
  }
  return pages;
}

test('a page is announced with the claim and sent after it, and again after each cut', () => {
  const { said, pass, last } = createLink({ page: pageWith('é'.repeat(40_000)) });
  last().open();
  expect(JSON.parse(last().sent[0] as string)).toEqual({ type: 'claim', hasPage: true });
  expect(pagesIn(last())).toEqual([]);
  last().claimed(FIRST);
  expect(pagesIn(last())).toEqual([pageWith('é'.repeat(40_000))]);
  last().say({ type: 'page-kept' });
  expect(said.at(-1)).toBe('page kept');
  last().end(1006);
  pass();
  last().claimed(FIRST);
  expect(pagesIn(last())).toHaveLength(1);
});

test('another page is sent at once, the same one not again', () => {
  const { link, last } = createLink({ page: pageWith('1') });
  link.givePage(pageWith('2'));
  last().claimed(FIRST);
  link.givePage(pageWith('2'));
  link.givePage(pageWith('3'));
  expect(pagesIn(last())).toEqual([pageWith('2'), pageWith('3')]);
});

test('a page that came too often is sent again after a while; one that is too large is not, nor its end', () => {
  const { said, pass, last } = createLink({ page: pageWith('1') });
  last().claimed(FIRST);
  last().say({ type: 'page-refused', reason: 'too-often' });
  expect(pass(5_000)).toContain(5_000);
  expect(pagesIn(last())).toHaveLength(2);
  last().say({ type: 'page-refused', reason: 'too-large' });
  expect(pass(5_000)).toEqual([]);
  expect(said.slice(-2)).toEqual(['page too-often', 'page too-large']);

  const large = createLink({ page: pageWith('x'.repeat(300_000)) });
  large.last().claimed(FIRST);
  expect(large.last().sent).toHaveLength(2);
});

test('a tab that is loaded again asks for its code; one that is no longer its own gives way to another', () => {
  const { said, pass, sockets, last } = createLink({ resume: { code: FIRST, secret: SECRET } });
  last().open();
  expect(JSON.parse(last().sent[0] as string)).toEqual({
    type: 'claim',
    resume: { code: FIRST, secret: SECRET },
  });
  last().end(LIVE_CLOSE.WRONG_SECRET);
  expect(said).toEqual(['cut']);
  pass();
  expect(sockets).toHaveLength(2);
  last().open();
  expect(JSON.parse(last().sent[0] as string)).toEqual({ type: 'claim' });
});

test('a relay that is not there ends the link at once, whatever the tab held', () => {
  const { said, last } = createLink({ resume: { code: FIRST, secret: SECRET } });
  last().end(1006);
  expect(said).toEqual(['over 1006']);
});

// A page's `WebSocket` as a table: what each happening does in each state (WHATWG WebSockets §3.1, §4).
// `socket-model.test.ts` plays the same happenings to the real class and wants the same events.

export const STATE_NAMES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'] as const;
export type ReadyState = 0 | 1 | 2 | 3;

export type Action =
  | 'construct'
  | 'accept'
  | 'refuse'
  | 'message'
  | 'send'
  | 'close'
  | 'serverClose'
  | 'finish'
  | 'abandon'
  | 'cut';

/** What the page sees, or would have to look for. */
export type Seen =
  | { readonly kind: 'open' | 'message' | 'error' | 'sent' | 'thrown' | 'dropped' }
  | { readonly kind: 'lost'; readonly bufferedAmount: number }
  | { readonly kind: 'close'; readonly code: number; readonly wasClean: boolean };

/** How far the closing handshake is: `given up` before it was open, `asked` by the page, `answered` once both Closes have passed. */
export type Closing = 'no' | 'given up' | 'asked' | 'answered';

/** `null` before the constructor. */
export type Socket = {
  readonly readyState: ReadyState;
  readonly closing: Closing;
  readonly bufferedAmount: number;
} | null;

export type Step = { readonly socket: Socket; readonly seen: readonly Seen[] };

/** Bytes of the message that the demo sends. */
export const MESSAGE_SIZE = 7;

const NEW: Socket = { readyState: 0, closing: 'no', bufferedAmount: 0 };
const LOST = { kind: 'close', code: 1006, wasClean: false } as const;
const FAILED = [{ kind: 'error' }, LOST] as const;

/** What may happen now, in the order of the buttons. */
export function possibleActions(socket: Socket): readonly Action[] {
  if (socket === null) return ['construct'];
  switch (socket.readyState) {
    case 0:
      return ['send', 'close', 'accept', 'refuse', 'cut'];
    case 1:
      return ['send', 'close', 'message', 'serverClose', 'cut'];
    case 2:
      if (socket.closing === 'given up') return ['send', 'abandon'];
      return socket.closing === 'asked' ? ['send', 'message', 'finish', 'cut'] : ['send', 'finish'];
    case 3:
      return ['send', 'construct'];
  }
}

/** Plays one action; what is not possible in this state changes nothing. */
export function play(socket: Socket, action: Action): Step {
  if (!possibleActions(socket).includes(action)) return { socket, seen: [] };
  if (socket === null || action === 'construct') return { socket: NEW, seen: [] };
  const to = (readyState: ReadyState, seen: readonly Seen[], closing = socket.closing): Step => ({
    socket: { ...socket, readyState, closing },
    seen,
  });
  switch (action) {
    case 'accept':
      return to(1, [{ kind: 'open' }]);
    case 'refuse':
    case 'abandon':
      return to(3, FAILED);
    case 'cut':
      return to(3, socket.readyState === 0 ? FAILED : [LOST]);
    case 'message':
      return to(socket.readyState, [{ kind: socket.readyState === 1 ? 'message' : 'dropped' }]);
    case 'close':
      return to(2, [], socket.readyState === 0 ? 'given up' : 'asked');
    case 'serverClose':
      // The browser answers by itself.
      return to(2, [], 'answered');
    case 'finish':
      return to(3, [{ kind: 'close', code: 1000, wasClean: true }]);
    case 'send':
      return send(socket);
  }
}

function send(socket: NonNullable<Socket>): Step {
  if (socket.readyState === 0) return { socket, seen: [{ kind: 'thrown' }] };
  if (socket.readyState === 1) return { socket, seen: [{ kind: 'sent' }] };
  const bufferedAmount = socket.bufferedAmount + MESSAGE_SIZE;
  return { socket: { ...socket, bufferedAmount }, seen: [{ kind: 'lost', bufferedAmount }] };
}

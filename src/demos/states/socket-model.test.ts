// The model of the demo against the real class: the same happenings, the same events, the same readyState.
import { describe, expect, test } from 'vitest';
import { createWebSocketClass } from '../../browser-websocket/index.ts';
import {
  acceptUpgrade,
  encodeLatin1,
  HeadReader,
  headerList,
  parseRequestHead,
  refuseUpgrade,
  Sender,
  serialiseResponseHead,
} from '../../wire/index.ts';
import {
  MESSAGE_SIZE,
  play,
  possibleActions,
  type Action,
  type Seen,
  type Socket,
} from './socket-model.ts';
import { statesForm } from './static.ts';

/** The real class, its server in the hands of the test. */
async function realSocket(): Promise<{
  act(action: Action): Promise<Seen[]>;
  readonly readyState: number;
}> {
  const there = new TransformStream<Uint8Array, Uint8Array>();
  const back = new TransformStream<Uint8Array, Uint8Array>();
  const answer = back.writable.getWriter();
  answer.closed.catch(() => undefined);
  const heard = there.readable.getReader();
  const sender = new Sender({ role: 'server' });
  const WebSocket = createWebSocketClass({
    connect: () => Promise.resolve({ readable: back.readable, writable: there.writable }),
    baseUrl: 'http://page.test/',
    origin: 'http://page.test',
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
    queueTask: (task) => void setImmediate(task),
    after: () => () => undefined,
  });
  const socket = new WebSocket('ws://peer.test/');
  const seen: Seen[] = [];
  socket.onopen = () => seen.push({ kind: 'open' });
  socket.onmessage = () => seen.push({ kind: 'message' });
  socket.onerror = () => seen.push({ kind: 'error' });
  socket.onclose = ({ code, wasClean }) => seen.push({ kind: 'close', code, wasClean });

  const request = await readHead(heard);
  // Whatever else the page sends is taken, and forgotten.
  void (async () => {
    while (!(await heard.read()).done);
  })().catch(() => undefined);
  const head = (status: number): Uint8Array => {
    const key = headerList(request.fields, 'Sec-WebSocket-Key') ?? '';
    const response =
      status === 101 ? acceptUpgrade({ key }) : refuseUpgrade({ status, fields: [] });
    return encodeLatin1(serialiseResponseHead(response));
  };
  const network: Partial<Record<Action, () => Promise<unknown>>> = {
    accept: () => answer.write(head(101)),
    refuse: () => answer.write(head(403)),
    message: () => answer.write(sender.text('bonjour')),
    serverClose: () => answer.write(sender.close(1000)),
    finish: async () => {
      if (!closedByServer) await answer.write(sender.close(1000));
      await answer.close();
    },
    cut: () => answer.close(),
  };
  let closedByServer = false;
  return {
    get readyState() {
      return socket.readyState;
    },
    act: async (action) => {
      seen.length = 0;
      if (action === 'close') socket.close(1000);
      else if (action === 'send') seen.push(...trySend(socket));
      else {
        if (action === 'serverClose') closedByServer = true;
        await network[action]?.();
        await turns();
        if (action === 'message' && seen.length === 0) seen.push({ kind: 'dropped' });
      }
      return [...seen];
    },
  };
}

function trySend(socket: WebSocket): Seen[] {
  const before = socket.bufferedAmount;
  try {
    socket.send('a'.repeat(MESSAGE_SIZE));
  } catch {
    return [{ kind: 'thrown' }];
  }
  return socket.readyState === 1
    ? [{ kind: 'sent' }]
    : [{ kind: 'lost', bufferedAmount: before + MESSAGE_SIZE }];
}

async function readHead(reader: ReadableStreamDefaultReader<Uint8Array>) {
  const head = new HeadReader();
  for (;;) {
    const { value } = await reader.read();
    const read = head.push(value ?? new Uint8Array(0));
    if (read !== null) return parseRequestHead(read.text);
  }
}

/** The tasks that wait have run, and those that they queued. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

const LIVES: readonly (readonly Action[])[] = [
  ['send', 'accept', 'send', 'message', 'close', 'send', 'finish', 'send'],
  ['accept', 'close', 'message', 'finish'],
  ['accept', 'serverClose', 'send', 'finish'],
  ['accept', 'cut', 'send'],
  ['accept', 'close', 'cut'],
  ['refuse'],
  ['cut'],
  ['close', 'send', 'abandon'],
];

describe('play()', () => {
  test.each(LIVES.map((life) => [life.join(', '), life] as const))(
    'does what the real class does: %s',
    async (_name, life) => {
      const real = await realSocket();
      let { socket } = play(null, 'construct');
      for (const action of life) {
        expect(possibleActions(socket), action).toContain(action);
        const step = play(socket, action);
        socket = step.socket;
        expect(await real.act(action), action).toEqual(step.seen);
        expect(real.readyState, action).toBe(socket?.readyState);
      }
    },
  );

  test('changes nothing for what cannot happen in a state', () => {
    const closed: Socket = { readyState: 3, closing: 'asked', bufferedAmount: 0 };
    expect(play(closed, 'message')).toEqual({ socket: closed, seen: [] });
    expect(play(null, 'close')).toEqual({ socket: null, seen: [] });
  });
});

describe('the static form', () => {
  test('gives 2 to CLOSING and 3 to CLOSED, and strikes out what 2013 said', () => {
    const form = statesForm.html({});
    expect(form.replaceAll(/\s+/g, ' ')).toMatch(
      /<code>2 CLOSING<\/code>.*<s>closed<\/s>.*<code>3 CLOSED<\/code>/,
    );
  });
});

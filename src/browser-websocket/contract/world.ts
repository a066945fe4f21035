// What the cases of the contract have in common: their shape, and how a socket's life is written down.

export type ContractCase = {
  readonly title: string;
  readonly run: (world: World) => Promise<unknown>;
  /** By the standard. */
  readonly expected: unknown;
  /** Where Chromium 156 does something else, what it does and why we do not follow. */
  readonly chromium?: { readonly gives: unknown; readonly because: string };
};

export type World = {
  readonly WebSocket: typeof WebSocket;
  /** `ws://127.0.0.1:4321`, where the scripted peer listens. */
  readonly base: string;
};

/** Everything that a socket fires, in order, with the state that the page sees then. */
export function record(socket: WebSocket): {
  readonly log: unknown[];
  readonly closed: Promise<void>;
} {
  const log: unknown[] = [];
  const { promise: closed, resolve } = Promise.withResolvers<undefined>();
  socket.addEventListener('open', () => log.push(['open', socket.readyState, socket.protocol]));
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    log.push(['message', socket.readyState, describe(data)]);
  });
  socket.addEventListener('error', () => log.push(['error', socket.readyState]));
  socket.addEventListener('close', ({ code, reason, wasClean }) => {
    log.push(['close', socket.readyState, code, reason, wasClean]);
    resolve(undefined);
  });
  return { log, closed };
}

function describe(data: unknown): unknown {
  if (typeof data === 'string') return data;
  if (data instanceof Blob) return `Blob ${data.size}`;
  if (data instanceof ArrayBuffer) return `ArrayBuffer ${new Uint8Array(data).join(' ')}`;
  return Object.prototype.toString.call(data);
}

/** Resolves with the first event of that type. */
export const once = (socket: WebSocket, type: 'open' | 'message' | 'close'): Promise<Event> =>
  new Promise((resolve) => {
    socket.addEventListener(type, resolve, { once: true });
  });

export const nextText = async (socket: WebSocket): Promise<unknown> =>
  describe(((await once(socket, 'message')) as MessageEvent<unknown>).data);

/** The name of what `action` throws, or what it returns. */
export function attempt(action: () => unknown): unknown {
  try {
    const value = action();
    return value === undefined ? 'undefined' : value;
  } catch (error) {
    return error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  }
}

/** Opens `path`, records it to its end, and gives the log. */
export async function life(
  { WebSocket, base }: World,
  path: string,
  act: (socket: WebSocket) => void = () => undefined,
  protocols: string[] = [],
): Promise<unknown[]> {
  const socket = new WebSocket(`${base}${path}`, protocols);
  const { log, closed } = record(socket);
  act(socket);
  await closed;
  return log;
}

/** Opens `path` and gives the socket once it is open. */
export async function opened({ WebSocket, base }: World, path: string): Promise<WebSocket> {
  const socket = new WebSocket(`${base}${path}`);
  await once(socket, 'open');
  return socket;
}

/** What the peer hears of each code, or the name of what `close()` throws. */
export async function heardCodes(world: World, codes: readonly unknown[]): Promise<unknown[]> {
  const heard: unknown[] = [];
  for (const code of codes) {
    const socket = await opened(world, '/close-other');
    const { log, closed } = record(socket);
    const thrown = attempt(() => {
      socket.close(code as number);
    });
    if (thrown !== 'undefined') socket.close();
    await closed;
    heard.push(thrown === 'undefined' ? (log[0] as unknown[])[3] : thrown);
  }
  return heard;
}

export const closeOnMessage = (code?: number, reason?: string) => (socket: WebSocket) => {
  socket.addEventListener('message', () => {
    socket.close(code, reason);
  });
};

export const LOST = ['close', 3, 1006, '', false];

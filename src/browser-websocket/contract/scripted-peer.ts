// A server that does what the path of the request says, for the contract: the same one faces our class and a browser's own.
import type { ByteStream } from '../../mux/byte-stream.ts';
import {
  acceptUpgrade,
  encodeFrame,
  encodeLatin1,
  encodeUtf8,
  examineUpgradeRequest,
  headerList,
  HeadReader,
  OPCODE,
  parseHex,
  parseRequestHead,
  Receiver,
  refuseUpgrade,
  Sender,
  serialiseResponseHead,
  type ReceiverEvent,
  type RequestHead,
} from '../../wire/index.ts';

/** One visit: what a script may do, and how it hears of what comes. */
type Visit = {
  readonly request: RequestHead;
  readonly query: URLSearchParams;
  readonly sender: Sender;
  readonly write: (bytes: Uint8Array) => void;
  /** FIN. */
  readonly end: () => void;
  /** RST. */
  readonly reset: () => void;
};

type Script = {
  /** Just after the 101. */
  readonly opened?: (visit: Visit) => void;
  readonly received?: (event: ReceiverEvent, visit: Visit) => void;
};

/** Answers Close by Close, then ends TCP: what a server does (RFC 6455 §7.1.1). */
function closeBack(event: ReceiverEvent, visit: Visit): void {
  if (event.type !== 'close') return;
  visit.write(visit.sender.close(event.code === 1005 ? null : event.code, event.reason));
  visit.end();
}

const HELLO = Uint8Array.of(0x48, 0x65, 0x6c, 0x6c, 0x6f);

const SCRIPTS: Readonly<Record<string, Script>> = {
  '/echo': {
    received: (event, visit) => {
      if (event.type === 'message') {
        visit.write(
          event.kind === 'text' ? visit.sender.text(event.data) : visit.sender.binary(event.data),
        );
      }
      closeBack(event, visit);
    },
  },
  /** Says back the fields of the request that a page decides. */
  '/request': {
    opened: ({ request, sender, write }) => {
      const names = ['Origin', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Version'];
      const fields = names.map((name) => headerList(request.fields, name));
      write(sender.text(JSON.stringify([request.method, request.target, ...fields])));
    },
    received: closeBack,
  },
  '/hello': {
    opened: ({ sender, write }) => {
      write(sender.text('é€😀'));
      write(sender.binary(HELLO));
    },
    received: closeBack,
  },
  '/fragments': {
    opened: ({ sender, write }) => {
      // « é » is cut in two, and a ping comes between.
      write(sender.beginMessage('text', Uint8Array.of(0xc3)));
      write(sender.ping(HELLO));
      write(sender.endMessage(Uint8Array.of(0xa9)));
    },
    received: closeBack,
  },
  /** Says how its ping was answered. */
  '/ping': {
    opened: ({ sender, write }) => {
      write(sender.ping(HELLO));
    },
    received: (event, visit) => {
      if (event.type === 'pong') visit.write(visit.sender.text(`pong ${event.payload.length}`));
      closeBack(event, visit);
    },
  },
  '/close': {
    opened: ({ query, sender, write }) => {
      const code = query.get('code');
      write(sender.close(code === null ? null : Number(code), query.get('reason') ?? ''));
    },
    received: (event, visit) => {
      if (event.type === 'close') visit.end();
    },
  },
  /** Says which code it was sent, and the length of the reason, then closes with its own code. */
  '/close-other': {
    received: (event, visit) => {
      if (event.type !== 'close') return;
      visit.write(visit.sender.close(4321, `${event.code} ${event.reason.length}`));
      visit.end();
    },
  },
  /** A message is on its way when the page's Close comes. */
  '/late-message': {
    received: (event, visit) => {
      if (event.type === 'close') visit.write(visit.sender.text('trop tard'));
      closeBack(event, visit);
    },
  },
  '/raw': {
    opened: ({ query, write }) => {
      write(parseHex(query.get('frame') ?? ''));
    },
  },
  '/masked': {
    opened: ({ write }) => {
      const maskingKey = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
      write(encodeFrame({ opcode: OPCODE.text, payload: HELLO, fin: true, maskingKey }));
    },
  },
  '/end': {
    opened: ({ end }) => {
      end();
    },
  },
  /** Resets at the first message. */
  '/reset': {
    received: (event, { reset }) => {
      if (event.type === 'message') reset();
    },
  },
  /** Closes, and resets once the page has answered. */
  '/close-reset': {
    opened: ({ sender, write }) => {
      write(sender.close(4001, 'fini'));
    },
    received: (event, { reset }) => {
      if (event.type === 'close') reset();
    },
  },
  '/count': {
    received: (event, visit) => {
      if (event.type === 'message') {
        const size = event.kind === 'text' ? encodeUtf8(event.data).length : event.data.length;
        visit.write(visit.sender.text(`${event.kind} ${size}`));
      }
      closeBack(event, visit);
    },
  },
};

/** Serves one connection, to its end. */
export async function servePeer({ readable, writable }: ByteStream): Promise<void> {
  const writer = writable.getWriter();
  writer.closed.catch(() => undefined);
  const reader = readable.getReader();
  const write = (bytes: Uint8Array): void => void writer.write(bytes).catch(() => undefined);
  const end = (): void => void writer.close().catch(() => undefined);
  const reset = (): void => void writer.abort().catch(() => undefined);

  const head = new HeadReader();
  const receiver = new Receiver({ role: 'server' });
  let visit: Visit | null = null;
  let script: Script = {};
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      let frames: Uint8Array = value;
      if (visit === null) {
        const read = head.push(value);
        if (read === null) continue;
        const request = parseRequestHead(read.text);
        const { pathname, searchParams: query } = new URL(request.target, 'ws://peer');
        // Never answers: the page stays in CONNECTING.
        if (pathname === '/silence') continue;
        const response = answer(request, pathname, query);
        write(encodeLatin1(serialiseResponseHead(response)));
        if (response.status !== 101) {
          end();
          continue;
        }
        visit = { request, query, sender: new Sender({ role: 'server' }), write, end, reset };
        script = SCRIPTS[pathname] ?? {};
        script.opened?.(visit);
        frames = read.rest;
      }
      for (const event of receiver.push(frames)) script.received?.(event, visit);
    }
  } catch {
    // The page has gone, however it liked.
  }
  end();
}

function answer(request: RequestHead, pathname: string, query: URLSearchParams) {
  const verdict = examineUpgradeRequest(request);
  if (!verdict.valid) return refuseUpgrade(verdict.refusal);
  const status = Number(query.get('status') ?? 101);
  if (status !== 101) return refuseUpgrade({ status, fields: [] });
  const subprotocol = query.get('protocol');
  const response = acceptUpgrade({ key: verdict.request.key, subprotocol });
  if (pathname !== '/bad-accept') return response;
  return acceptUpgrade({ key: 'AAAAAAAAAAAAAAAAAAAAAA==', subprotocol });
}

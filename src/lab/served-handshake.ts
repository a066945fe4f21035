// The student's own server, started in the sandbox and asked for a WebSocket once: what it answers, for the end of a step.
import { createMux, messagePortCarrier } from '../mux/index.ts';
import type { Program } from '../sandbox/index.ts';
import type { Sandbox } from './lab-kit.ts';
import { startServer, type LiveStep } from './live/start-server.ts';

/** Real milliseconds in which a server that has passed its checks answers. */
const PATIENCE = 3_000;
/** Bytes of an answer's head that are read at most. */
const LONGEST_HEAD = 4_096;
const END_OF_HEAD = '\r\n\r\n';

export type ServedHandshake = {
  /** `GET /chat HTTP/1.1`. */
  readonly requestLine: string;
  /** The head of the response, without its empty line. */
  readonly answer: string;
};

/** `null` when the server does not start or does not answer in time. Rejects when the sandbox cannot start. */
export async function askHandshake(
  sandbox: Sandbox,
  files: Readonly<Record<string, string>>,
  step: LiveStep,
  path: string,
): Promise<ServedHandshake | null> {
  const { module, packages } = step;
  const program = await sandbox.createProgram({ files, modules: [module], packages });
  const late = setTimeout(() => void program.dispose(), PATIENCE);
  try {
    const started = await startServer(program, step);
    if (started.status === 'failed') return null;
    const requestLine = `GET ${path} HTTP/1.1`;
    const answer = await exchange(program, started.port, requestLine);
    return answer === null ? null : { requestLine, answer };
  } finally {
    clearTimeout(late);
    await program.dispose();
  }
}

/** The request of RFC 6455 §1.2, whose key every student has met. */
const request = (requestLine: string): string =>
  [
    requestLine,
    'Host: server.example.com',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    '',
    '',
  ].join('\r\n');

async function exchange(
  program: Program,
  port: number,
  requestLine: string,
): Promise<string | null> {
  const mux = createMux(messagePortCarrier(program.takeNetworkPort()), { side: 'opener' });
  // Whoever holds the port is not told that the program ended: then nothing more comes.
  void program.ended.then(() => {
    mux.close();
  });
  try {
    const { readable, writable } = await mux.connect({ port });
    const writer = writable.getWriter();
    await writer.write(new TextEncoder().encode(request(requestLine)));
    return await readHead(readable);
  } catch {
    return null;
  } finally {
    mux.close();
  }
}

async function readHead(readable: ReadableStream<Uint8Array>): Promise<string | null> {
  const reader = readable.getReader();
  const decoder = new TextDecoder('latin1');
  let text = '';
  while (text.length < LONGEST_HEAD) {
    const { value, done } = await reader.read();
    if (done) return null;
    text += decoder.decode(value, { stream: true });
    const end = text.indexOf(END_OF_HEAD);
    if (end !== -1) return text.slice(0, end);
  }
  return null;
}

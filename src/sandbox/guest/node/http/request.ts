// `http.ClientRequest`: a request inside the guest, to a port of the guest or of the grader.
//
//   (new) ──socket──► sent ──head──► response ──end──► 'close'
//                        └──101──► 'upgrade': the socket is handed over
import { Buffer } from '../buffer/index.ts';
import { nodeError } from '../errors.ts';
import { nextTick } from '../event-loop.ts';
import { NO_TLS } from '../messages.ts';
import type { ConnectOptions } from '../net/address.ts';
import type { Socket } from '../net/socket.ts';
import { connect } from '../net/index.ts';
import { urlToHttpOptions } from '../url.ts';
import { globalAgent, type Agent } from './agent.ts';
import { ClientExchange } from './client-exchange.ts';
import type { IncomingMessage } from './incoming.ts';
import { METHODS } from './names.ts';
import { OutgoingMessage } from './outgoing.ts';

export type RequestOptions = ConnectOptions & {
  readonly protocol?: string | null;
  readonly hostname?: string;
  readonly method?: string;
  readonly headers?: unknown;
  readonly auth?: string;
  readonly agent?: Agent | false | null;
  readonly defaultPort?: number;
  readonly setHost?: boolean;
  readonly setDefaultHeaders?: boolean;
  readonly maxHeaderSize?: number;
  readonly createConnection?: (
    options: RequestOptions,
    callback?: (error: Error | null, socket?: Socket) => void,
  ) => Socket | undefined;
};
export type ResponseListener = (response: IncomingMessage) => void;

const BODILESS = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

const INVALID_PATH = /[^\x21-\xff]/;

function mergeOptions(
  input: string | URL | RequestOptions,
  options: RequestOptions,
): RequestOptions {
  if (typeof input === 'string') return { ...urlToHttpOptions(new URL(input)), ...options };
  if (input instanceof URL) return { ...urlToHttpOptions(input), ...options };
  return { ...input, ...options };
}

function checkOptions(options: RequestOptions): void {
  const { protocol, method, path } = options;
  if (protocol === 'https:') throw nodeError(Error, 'ERR_TRAME_NO_TLS', NO_TLS);
  if (protocol && protocol !== 'http:') {
    throw nodeError(
      TypeError,
      'ERR_INVALID_PROTOCOL',
      `Protocol "${protocol}" not supported. Expected "http:"`,
    );
  }
  if (method !== undefined && !TOKEN.test(method)) {
    throw nodeError(
      TypeError,
      'ERR_INVALID_HTTP_TOKEN',
      `Method must be a valid HTTP token ["${method}"]`,
    );
  }
  if (path !== undefined && INVALID_PATH.test(path)) {
    throw nodeError(
      TypeError,
      'ERR_UNESCAPED_CHARACTERS',
      'Request path contains unescaped characters',
    );
  }
}

export class ClientRequest extends OutgoingMessage {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly protocol = 'http:';
  readonly agent: Agent | null;
  reusedSocket = false;
  aborted = false;
  maxHeadersCount: number | null = null;
  res: IncomingMessage | null = null;
  #exchange: ClientExchange | null = null;
  #timeout: number | null = null;
  #isOver = false;
  readonly #maxHeaderSize: number | undefined;

  constructor(
    input: string | URL | RequestOptions,
    second?: RequestOptions | ResponseListener,
    third?: ResponseListener,
  ) {
    super();
    const listener = typeof second === 'function' ? second : third;
    const options = mergeOptions(input, typeof second === 'object' ? second : {});
    checkOptions(options);
    this.method = (options.method ?? 'GET').toUpperCase();
    // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- an empty path is the root too
    this.path = options.path || '/';
    this.host = options.host ?? options.hostname ?? 'localhost';
    this.agent =
      options.agent === false
        ? null
        : (options.agent ?? (options.createConnection ? null : globalAgent));
    this.shouldKeepAlive = this.agent?.keepAlive ?? false;
    this.useChunkedEncodingByDefault = !BODILESS.has(this.method);
    this.#maxHeaderSize = options.maxHeaderSize;
    if (options.timeout !== undefined) this.#timeout = options.timeout;
    if (listener) this.once('response', listener);
    if (!METHODS.includes(this.method as 'GET')) this.shouldKeepAlive = false;
    this.#setDefaultHeaders(options);
    options.signal?.addEventListener(
      'abort',
      () =>
        this.destroy(
          nodeError(Error, 'ABORT_ERR', 'The operation was aborted', { name: 'AbortError' }),
        ),
      { once: true },
    );
    this.#connect(options);
  }

  #setDefaultHeaders(options: RequestOptions): void {
    if (options.headers) this.setAll(options.headers);
    const defaultPort = options.defaultPort ?? 80;
    const port =
      options.port === undefined || options.port === '' ? defaultPort : Number(options.port);
    if (!this.hasHeader('host') && options.setHost !== false) {
      const name =
        this.host.includes(':') && !this.host.startsWith('[') ? `[${this.host}]` : this.host;
      this.setHeader('Host', port === defaultPort ? name : `${name}:${port}`);
    }
    if (options.auth && !this.hasHeader('authorization')) {
      this.setHeader('Authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`);
    }
    if (this.hasHeader('expect'))
      nextTick(() => {
        this.flushHeaders();
      });
  }

  #connect(options: RequestOptions): void {
    const socketOptions: RequestOptions = {
      ...options,
      host: this.host,
      port:
        options.port === undefined || options.port === ''
          ? (options.defaultPort ?? 80)
          : options.port,
    };
    if (this.agent) {
      this.agent.addRequest(this, socketOptions);
      return;
    }
    const create = options.createConnection ?? ((given: RequestOptions) => connect(given));
    const socket = create(socketOptions, (error, made) => {
      if (error) this.destroy(error);
      else if (made) this.onSocket(made);
    });
    if (socket) this.onSocket(socket);
  }

  /** The connection on which this request goes. For the agent. */
  onSocket(socket: Socket): void {
    nextTick(() => {
      if (this.destroyed) {
        socket.destroy();
        return;
      }
      this.#exchange = new ClientExchange(this, socket, this.#maxHeaderSize);
      if (this.#timeout !== null) socket.setTimeout(this.#timeout);
      this.assignSocket(socket);
    });
  }

  protected override startLine(): string {
    return `${this.method} ${this.path} HTTP/1.1`;
  }

  protected override keepAliveSeconds(): number | null {
    return null;
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    nextTick(() => this.emit('abort'));
    this.destroy();
  }

  /** Nothing more happens on this request: 'close', once. For the exchange. */
  closeExchange(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.destroyed = true;
    nextTick(() => this.emit('close'));
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    const failure =
      error ??
      (this.res === null && !this.#isOver
        ? nodeError(Error, 'ECONNRESET', 'socket hang up')
        : null);
    this.#exchange?.abandon();
    this.socket?.destroy();
    this.res?.abort();
    callback(null);
    if (this.#isOver) return;
    this.#isOver = true;
    nextTick(() => {
      if (failure) this.emit('error', failure);
      this.emit('close');
    });
  }

  override setTimeout(milliseconds: number, callback?: () => void): this {
    this.#timeout = milliseconds;
    if (callback) this.once('timeout', callback);
    this.socket?.setTimeout(milliseconds);
    return this;
  }

  setNoDelay(): void {
    // Nothing is delayed here.
  }
  setSocketKeepAlive(): void {
    // A connection inside a tab cannot be lost.
  }
}

export function request(
  input: string | URL | RequestOptions,
  options?: RequestOptions | ResponseListener,
  listener?: ResponseListener,
): ClientRequest {
  return new ClientRequest(input, options, listener);
}

export function get(
  input: string | URL | RequestOptions,
  options?: RequestOptions | ResponseListener,
  listener?: ResponseListener,
): ClientRequest {
  const made = request(input, options, listener);
  made.end();
  return made;
}

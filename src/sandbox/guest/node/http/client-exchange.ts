// One request and its response on a client's connection.
import { Buffer } from '../buffer/index.ts';
import { nodeError } from '../errors.ts';
import type { Socket } from '../net/socket.ts';
import type { Framing, Head } from './head.ts';
import { IncomingMessage } from './incoming.ts';
import { HttpParser, type HeadAnswer } from './parser.ts';
import type { OutgoingMessage } from './outgoing.ts';

/** What an exchange needs of its request. */
type ExchangedRequest = OutgoingMessage & {
  readonly method: string;
  readonly agent: object | null;
  readonly aborted: boolean;
  readonly maxHeadersCount: number | null;
  res: IncomingMessage | null;
  closeExchange(): void;
};

const isInformational = (status: number): boolean =>
  status >= 100 && status < 200 && status !== 101;

export class ClientExchange {
  readonly #request: ExchangedRequest;
  readonly #socket: Socket;
  readonly #parser: HttpParser;
  #response: IncomingMessage | null = null;
  #isUpgrade = false;
  #keepsAlive = false;
  #isInformational = false;

  constructor(request: ExchangedRequest, socket: Socket, maxHeaderSize?: number) {
    this.#request = request;
    this.#socket = socket;
    this.#parser = new HttpParser(
      'response',
      {
        head: (head, framing) => this.#begin(head, framing),
        body: (bytes) => this.#response?.receive(bytes),
        complete: (trailers) => {
          this.#complete(trailers);
        },
      },
      maxHeaderSize,
    );
    socket.on('data', this.#onData);
    socket.on('end', this.#onEnd);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
    socket.on('timeout', this.#onTimeout);
  }

  readonly #onData = (chunk: Uint8Array): void => {
    let used: number;
    try {
      used = this.#parser.execute(chunk);
    } catch (error) {
      this.#detach();
      this.#socket.destroy();
      this.#request.destroy(Object.assign(error as Error, { rawPacket: chunk }));
      return;
    }
    if (this.#isUpgrade) this.#handOver(Buffer.from(chunk.subarray(used)));
  };

  #begin(head: Head, framing: Framing): HeadAnswer {
    const request = this.#request;
    this.#isInformational = isInformational(head.statusCode);
    if (this.#isInformational) {
      this.#announce(head);
      return 'skip';
    }
    const response = new IncomingMessage(this.#socket).begin(head, request.maxHeadersCount ?? 0);
    response.statusCode = head.statusCode;
    response.statusMessage = head.statusMessage;
    response.req = request;
    this.#response = request.res = response;
    if (framing.isUpgrade || request.method === 'CONNECT') {
      response.upgrade = this.#isUpgrade = true;
      return 'upgrade';
    }
    this.#keepsAlive = framing.keepsAlive && request.shouldKeepAlive;
    response.once('end', () => {
      this.#release();
    });
    response.once('close', () => {
      request.closeExchange();
    });
    if (request.aborted || !request.emit('response', response)) response.dump();
    return request.method === 'HEAD' ? 'skip' : 'read';
  }

  #announce(head: Head): void {
    if (head.statusCode === 100) this.#request.emit('continue');
    const { statusCode, statusMessage, rawHeaders } = head;
    this.#request.emit('information', {
      statusCode,
      statusMessage,
      rawHeaders,
      httpVersion: `${head.versionMajor}.${head.versionMinor}`,
      httpVersionMajor: head.versionMajor,
      httpVersionMinor: head.versionMinor,
    });
  }

  #complete(trailers: readonly string[]): void {
    if (this.#isInformational) return;
    this.#response?.finish(trailers);
  }

  /** The response has been read to its end: the connection serves again, or closes. */
  #release(): void {
    const socket = this.#socket;
    this.#detach();
    if (this.#keepsAlive && this.#request.writableFinished && this.#request.agent) {
      this.#request.detachSocket();
      socket.emit('free');
    } else {
      socket.on('error', () => undefined);
      socket.destroySoon();
    }
  }

  #handOver(head: Buffer): void {
    const request = this.#request;
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    this.#detach();
    this.#socket.setTimeout(0);
    this.#socket.removeAllListeners('free');
    // Neither flowing nor paused: ws would stay mute after pause().
    this.#socket.readableFlowing = null;
    if (request.emit(event, this.#response, this.#socket, head)) request.closeExchange();
    else this.#socket.destroy();
  }

  /** The request gives up; what the connection still says is ignored. For the request. */
  abandon(): void {
    this.#detach();
    this.#socket.on('error', () => undefined);
  }

  #detach(): void {
    this.#socket.removeListener('data', this.#onData);
    this.#socket.removeListener('end', this.#onEnd);
    this.#socket.removeListener('error', this.#onError);
    this.#socket.removeListener('close', this.#onClose);
    this.#socket.removeListener('timeout', this.#onTimeout);
  }

  readonly #onEnd = (): void => {
    if (this.#response === null) {
      this.#request.destroy(nodeError(Error, 'ECONNRESET', 'socket hang up'));
      return;
    }
    try {
      this.#parser.finish();
    } catch {
      this.#response.abort();
    }
  };

  readonly #onError = (error: Error): void => {
    if (this.#response) this.#response.abort();
    else this.#request.destroy(error);
  };

  readonly #onClose = (): void => {
    if (this.#response) this.#response.abort();
    else this.#request.destroy(nodeError(Error, 'ECONNRESET', 'socket hang up'));
    this.#request.closeExchange();
  };

  readonly #onTimeout = (): void => {
    this.#request.emit('timeout');
  };
}

// The proxy of RFC 6455 §10.3, in a closed simulation: it has not understood the 101, and reads frames as requests.
import { decodeLatin1, encodeLatin1 } from '../wire/index.ts';

export type ProxyRequest = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
};

/** What the proxy would serve to anybody who asks for this address. */
export type CachedAnswer = { readonly address: string; readonly body: string };

/** Junk may come before the method: the header of the frame stands there, and this proxy is not one to mind. */
const REQUEST =
  /([A-Z]{3,10}) (\/[\x21-\x7e]*) HTTP\/1\.[01]\r\n(?:[\x20-\x7e]*\r\n)*?Host: ([\x21-\x7e]+)\r\n(?:[\x20-\x7e]*\r\n)*\r\n/g;

export const addressOf = ({ host, path }: ProxyRequest): string => `http://${host}${path}`;

/** The bytes of a request, as a hostile page wants them to pass by the proxy. */
export function requestBytes({ method, host, path }: ProxyRequest): Uint8Array<ArrayBuffer> {
  return encodeLatin1(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
}

/** Every request that the proxy believes to see in the bytes of one connection. */
export function requestsSeen(wire: Uint8Array): readonly ProxyRequest[] {
  return [...decodeLatin1(wire).matchAll(REQUEST)].map(([, method = '', path = '', host = '']) => ({
    method,
    host,
    path,
  }));
}

/** State: a cache that only grows. The first answer to an address stays. */
export class NaiveProxy {
  readonly #cache = new Map<string, string>();

  /** Passes on what a client sent; `server` answers what looks like a request, and the answer is kept for everybody. */
  pass(wire: Uint8Array, server: (request: ProxyRequest) => string): readonly CachedAnswer[] {
    return requestsSeen(wire).map((request) => {
      const address = addressOf(request);
      const body = this.#cache.get(address) ?? server(request);
      this.#cache.set(address, body);
      return { address, body };
    });
  }

  /** Another user asks: the cache answers first, else the true site. */
  fetch(address: string, trueSite: (address: string) => string): string {
    return this.#cache.get(address) ?? trueSite(address);
  }
}

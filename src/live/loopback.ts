// Which names of a host lead back to the machine that asks: an address for others must not be one of them.

/** `hostname` as `URL` writes it: IPv6 in brackets. A phone that opened it would look for the server on itself. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/i.test(hostname);
}

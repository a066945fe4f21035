// The code of a server that is online, and the addresses that it makes: `/live/<code>/…`.

/** Where visitors come; the code follows. */
export const LIVE_PREFIX = '/live/';

/** After the code: the page that its holder gives, as data, for whoever asks for no WebSocket. */
export const LIVE_PAGE_FILE = 'page.json';

/** In characters of base32: 80 bits, which nobody guesses. */
export const LIVE_CODE_LENGTH = 16;

/** Lower-case base32 (RFC 4648 §6): no 0, 1, 8 or 9, which are misread as letters. */
const CODE = /^[a-z2-7]{16}$/;
const PATH = /^\/live\/([a-z2-7]{16})(?![^/?#])([^?#]*)([^#]*)/;

export type LivePath = {
  readonly code: string;
  /**
   * What the student's server is asked for: the bytes after the code as they came, query included, a fragment left out.
   * Begins with a slash, and is never resolved or decoded.
   */
  readonly target: string;
};

export function isLiveCode(text: string): boolean {
  return CODE.test(text);
}

/** Reads a request target, or a page's `location.pathname`; null when it names no code. */
export function parseLivePath(requestTarget: string): LivePath | null {
  const [, code, path, query] = PATH.exec(requestTarget) ?? [];
  if (code === undefined || path === undefined || query === undefined) return null;
  return { code, target: (path || '/') + query };
}

// The head that a student's server receives: the visitor's own bytes, but for the path and what is none of the student's business.

export type RelayedRequest = {
  readonly method: string;
  /** After the code: `/chat?x=1`. */
  readonly target: string;
  /** `1.1` */
  readonly version: string;
  /** Names and values in turn, in their order and case, in latin1: Node's `rawHeaders`. */
  readonly rawHeaders: readonly string[];
};

/** What a browser sends because it knows this site, or the proxy before it: a student's server must not see it. */
const REMOVED = new Set(['cookie', 'authorization', 'proxy-authorization']);

/** The head in latin1, empty line included. Byte-identical where one space follows each colon, as every known client writes. */
export function rebuildRequestHead({
  method,
  target,
  version,
  rawHeaders,
}: RelayedRequest): string {
  let head = `${method} ${target} HTTP/${version}\r\n`;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]];
    if (!REMOVED.has(name.toLowerCase())) head += `${name}: ${value}\r\n`;
  }
  return `${head}\r\n`;
}

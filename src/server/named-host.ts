// Which host a request is for: two answers to that question are none (RFC 9112 §3.2).
import type { IncomingMessage } from 'node:http';

/** Whether a request has more than one `Host`. Node refuses those of HTTP/1.1 that have none, and takes the first of two. */
export function namesTwoHosts({ headersDistinct }: IncomingMessage): boolean {
  return (headersDistinct.host?.length ?? 0) > 1;
}

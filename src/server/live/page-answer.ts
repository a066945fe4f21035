// `/live/<code>/page.json`: the page that a student gives to visitors, as data. No browser makes a document of it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIVE_PAGE_FILE, parseLivePath } from '../../live/index.ts';
import { namesTwoHosts } from '../named-host.ts';
import { MAX_TARGET_LENGTH, toOriginForm } from '../request-path.ts';
import { COMMON_HEADERS } from '../security-headers.ts';

/** What is known of the page under a code. */
export type HeldPage =
  | { readonly status: 'given'; readonly json: Buffer }
  /** Somebody is online, and gives no page. */
  | { readonly status: 'none' }
  /** The tab was cut, or has not sent its page yet: both come back. */
  | { readonly status: 'away' }
  | { readonly status: 'unknown' };

/** Opened in a tab of its own, it is nothing, runs nothing and is framed by nobody. */
const PAGE_DATA_CSP =
  "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STATUS = { given: 200, none: 204, away: 503, unknown: 404 } as const;

/** Answers when that is what the request names; false when it is for somebody else. */
export function answerWithPage(
  request: IncomingMessage,
  response: ServerResponse,
  find: (code: string) => HeldPage,
): boolean {
  const { url = '', method } = request;
  if (url.length > MAX_TARGET_LENGTH || (method !== 'GET' && method !== 'HEAD')) return false;
  const path = parseLivePath(toOriginForm(url));
  if (path?.target !== `/${LIVE_PAGE_FILE}` || namesTwoHosts(request)) return false;
  const page = find(path.code);
  const body = page.status === 'given' ? page.json : null;
  response.writeHead(STATUS[page.status], {
    ...COMMON_HEADERS,
    'Content-Security-Policy': PAGE_DATA_CSP,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(body !== null && { 'Content-Type': 'application/json; charset=utf-8' }),
    ...(page.status !== 'none' && { 'Content-Length': String(body?.length ?? 0) }),
    ...(page.status === 'away' && { 'Retry-After': '1' }),
  });
  // The same bytes for everybody: two hundred visitors at once cost one copy.
  response.end(method === 'HEAD' ? undefined : body);
  return true;
}

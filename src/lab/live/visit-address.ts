// Where a visitor's WebSocket goes: to the code's own student, whatever the page that asks for it has written as its target.
import { LIVE_PREFIX, parseLivePath } from '../../live/index.ts';

/**
 * A page is a student's code: `/../../ws/live` would lead its connection to an endpoint of ours, with our origin.
 * @throws {RangeError} when the address, as a browser reads it, is not under the code.
 */
export function visitAddress(
  { protocol, host }: Pick<Location, 'protocol' | 'host'>,
  code: string,
  target: string,
): string {
  const scheme = protocol === 'https:' ? 'wss' : 'ws';
  const url = URL.parse(`${scheme}://${host}${LIVE_PREFIX}${code}${target}`);
  const isUnderCode = url?.host === host && parseLivePath(url.pathname)?.code === code;
  if (url === null || !isUnderCode) throw new RangeError(`Not under ${LIVE_PREFIX}${code}/`);
  return url.href;
}

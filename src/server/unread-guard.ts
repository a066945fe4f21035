// Sends to a client that may not read: what it leaves unread is memory of ours, counted in bytes and in frames.
import type { RawData, WebSocket } from 'ws';

/** In bytes: what Node keeps for one waiting frame beside its payload. A million one-byte frames weigh 400 MB. */
const FRAME_COST = 512;

/** In bytes: the header of a short frame from a server (RFC 6455 §5.2). */
const SMALLEST_FRAME = 2;

type Client = Pick<WebSocket, 'bufferedAmount' | 'terminate'> & {
  send(data: RawData, options: { binary: boolean }, sent: () => void): void;
};

/**
 * Gives what sends to `client`, and cuts it once what waits for it costs more than `maxUnreadBytes`:
 * whoever does not read would not read a Close either.
 */
export function createUnreadGuard(
  client: Client,
  maxUnreadBytes: number,
): (data: RawData, isBinary: boolean) => void {
  let unsent = 0;
  const sent = () => {
    unsent -= 1;
  };
  return (data, isBinary) => {
    unsent += 1;
    client.send(data, { binary: isBinary }, sent);
    const bytes = client.bufferedAmount;
    // `sent` is told later than a frame leaves: what waits has no more frames than its bytes can make.
    const frames = Math.min(unsent, bytes / SMALLEST_FRAME);
    if (bytes + frames * FRAME_COST > maxUnreadBytes) client.terminate();
  };
}

// One system call for all that a socket is given in one turn: writes are what a relay costs.
import type { Writable } from 'node:stream';

/** Call before each write; what is written until the turn's end goes out together. */
export function tickCork(socket: Writable): () => void {
  let isCorked = false;
  const uncork = () => {
    isCorked = false;
    socket.uncork();
  };
  return () => {
    if (isCorked) return;
    isCorked = true;
    socket.cork();
    process.nextTick(uncork);
  };
}

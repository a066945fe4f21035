// What Node makes of a write after `end()`: an error of the message, which goes out all the same.
import { nodeError } from '../errors.ts';
import { nextTick } from '../event-loop.ts';

type Message = { readonly destroyed: boolean; emit(event: 'error', error: Error): boolean };
type Callback = (error: Error) => void;

/** `Writable` by itself would never finish what was ended, and the next response of the connection would wait for ever. */
export function refuseLateWrite(message: Message, given: readonly unknown[]): void {
  const error = nodeError(Error, 'ERR_STREAM_WRITE_AFTER_END', 'write after end');
  const callback = given.find((value): value is Callback => typeof value === 'function');
  nextTick(() => {
    callback?.(error);
    if (!message.destroyed) message.emit('error', error);
  });
}

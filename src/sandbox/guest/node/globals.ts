// The globals that Node has and a worker has not, or has otherwise.
import { Buffer } from './buffer/index.ts';
import { completeWebCrypto } from './crypto/webcrypto.ts';
import { process } from './process.ts';
import {
  clearImmediate,
  clearInterval,
  clearTimeout,
  setImmediate,
  setInterval,
  setTimeout,
} from './timers.ts';

/** Puts them on `target`, writable as Node's are. `console`, `WebSocket`, `Date` and `performance` belong to the realm. */
export function installGlobals(target: object): void {
  const values = {
    process,
    Buffer,
    global: target,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    setImmediate,
    clearImmediate,
  };
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(target, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  }
  const { crypto } = target as { crypto?: object };
  if (crypto) completeWebCrypto(crypto);
}

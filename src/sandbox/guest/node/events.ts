// `node:events`: the npm package of that name, with what Node has added since.
import NpmEventEmitter from 'events/events.js';

import { on, once } from './event-waits.ts';

type Emitter = { emit(name: string | symbol, ...values: unknown[]): boolean };

export const errorMonitor = Symbol('events.errorMonitor');
export const captureRejectionSymbol = Symbol.for('nodejs.rejection');

const emitter = NpmEventEmitter as unknown as typeof NpmEventEmitter &
  Record<string, unknown> & { prototype: Emitter };

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the emitter below
const npmEmit = emitter.prototype.emit;
emitter.prototype.emit = function emit(this: Emitter, name: string | symbol, ...values: unknown[]) {
  // Whoever monitors an error sees it before it is handled or thrown.
  if (name === 'error') npmEmit.call(this, errorMonitor, ...values);
  return npmEmit.call(this, name, ...values);
};

/** A listener removed with its AbortSignal; `using` removes it too. */
export function addAbortListener(signal: AbortSignal, listener: () => void) {
  if (signal.aborted) queueMicrotask(listener);
  signal.addEventListener('abort', listener, { once: true });
  return {
    [Symbol.dispose]() {
      signal.removeEventListener('abort', listener);
    },
  };
}

export function getEventListeners(
  target: { listeners?(name: string | symbol): unknown[] },
  name: string | symbol,
) {
  return target.listeners?.(name) ?? [];
}

export function setMaxListeners(
  count?: number,
  ...targets: { setMaxListeners?(count?: number): unknown }[]
): void {
  if (targets.length === 0 && count !== undefined) NpmEventEmitter.defaultMaxListeners = count;
  for (const target of targets) target.setMaxListeners?.(count);
}

Object.assign(emitter, {
  once,
  errorMonitor,
  captureRejectionSymbol,
  captureRejections: false,
  usingDomains: false,
  addAbortListener,
  getEventListeners,
  getMaxListeners: (target: { getMaxListeners?(): number }) =>
    target.getMaxListeners?.() ?? NpmEventEmitter.defaultMaxListeners,
  setMaxListeners,
  on,
});

export const EventEmitter = NpmEventEmitter;
export default NpmEventEmitter;

// `node:events`: the npm package of that name, with what Node has added since.
import NpmEventEmitter from 'events/events.js';

import { nodeError } from './errors.ts';

type Listener = (...values: unknown[]) => void;
type Emitter = {
  emit(name: string | symbol, ...values: unknown[]): boolean;
  on(name: string | symbol, listener: Listener): unknown;
  off(name: string | symbol, listener: Listener): unknown;
};

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

type OnOptions = { readonly signal?: AbortSignal; readonly close?: readonly string[] };

/** An endless iterator over the arguments of each event; an `error` event ends it by throwing. */
export async function* on(source: Emitter, name: string | symbol, options: OnOptions = {}) {
  const arrived: unknown[][] = [];
  let failure: { readonly error: unknown } | null = null;
  let isClosed = false;
  let wake: () => void = () => undefined;
  const push: Listener = (...values) => {
    arrived.push(values);
    wake();
  };
  const fail = (error: unknown) => {
    failure = { error };
    wake();
  };
  const close = () => {
    isClosed = true;
    wake();
  };
  const abort = () => {
    fail(nodeError(Error, 'ABORT_ERR', 'The operation was aborted', { name: 'AbortError' }));
  };
  source.on(name, push);
  if (name !== 'error') source.on('error', fail);
  for (const closing of options.close ?? []) source.on(closing, close);
  if (options.signal?.aborted) abort();
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      for (let values = arrived.shift(); values; values = arrived.shift()) yield values;
      // Assigned by listeners, which TypeScript cannot follow.
      const failed = failure as { readonly error: unknown } | null;
      if (failed) throw failed.error;
      if (isClosed as boolean) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    source.off(name, push);
    source.off('error', fail);
    for (const closing of options.close ?? []) source.off(closing, close);
    options.signal?.removeEventListener('abort', abort);
  }
}

const npmOnce = emitter.once as (source: object, name: string | symbol) => Promise<unknown[]>;

/** As the package's own, and given up when `signal` fires. */
export function once(
  source: object,
  name: string | symbol,
  { signal }: Pick<OnOptions, 'signal'> = {},
): Promise<unknown[]> {
  if (signal === undefined) return npmOnce(source, name);
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(nodeError(Error, 'ABORT_ERR', 'The operation was aborted', { name: 'AbortError' }));
    };
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    const disarm = () => {
      signal.removeEventListener('abort', abort);
    };
    npmOnce(source, name).then(resolve, reject).finally(disarm);
  });
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

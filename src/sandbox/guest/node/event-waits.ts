// `once()` and `on()` of `node:events`: events awaited. Whatever ends the wait takes all its listeners away.
import { nodeError } from './errors.ts';

type Listener = (...values: unknown[]) => void;
type Name = string | symbol;

export type Emitter = {
  on(name: Name, listener: Listener): unknown;
  off(name: Name, listener: Listener): unknown;
};

type Source = Emitter | EventTarget;

export type WaitOptions = {
  readonly signal?: AbortSignal;
  /** Of `on()`: names of the events that end the iteration. */
  readonly close?: readonly Name[];
};

/** The first event of that name, as the list of its arguments; rejects on an `error` event, and when `signal` fires. */
export function once(source: Source, name: Name, { signal }: WaitOptions = {}): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(aborted(signal));
      return;
    }
    const listening = new Listening(source);
    const settle = (act: () => void): void => {
      listening.end();
      act();
    };
    listening.to(name, (...values) => {
      settle(() => {
        resolve(values);
      });
    });
    if (!(source instanceof EventTarget) && name !== 'error') {
      listening.to('error', (error) => {
        settle(() => {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as Node: whatever was emitted
          reject(error);
        });
      });
    }
    listening.untilAborted(signal, () => {
      settle(() => {
        reject(aborted(signal));
      });
    });
  });
}

/**
 * An endless iterator over the arguments of each event, which listens from the call on: what comes before the first
 * `next()` is kept. An `error` event, or `signal`, ends it by throwing once.
 */
export function on(source: Source, name: Name, options: WaitOptions = {}) {
  const { signal } = options;
  if (signal?.aborted === true) throw aborted(signal);
  const arrived: unknown[][] = [];
  const waiting: Pick<PromiseWithResolvers<IteratorResult<unknown[]>>, 'resolve' | 'reject'>[] = [];
  const listening = new Listening(source);
  let failure: { readonly error: unknown } | null = null;
  let isOver = false;

  const stop = (): void => {
    listening.end();
    isOver = true;
    for (const { resolve } of waiting.splice(0)) resolve({ value: undefined, done: true });
  };
  const fail = (error: unknown): void => {
    const first = waiting.shift();
    if (first === undefined) failure = { error };
    else first.reject(error);
    stop();
  };
  const take = (): IteratorResult<unknown[]> | null => {
    const values = arrived.shift();
    if (values !== undefined) return { value: values, done: false };
    if (failure !== null) {
      const { error } = failure;
      failure = null;
      throw error;
    }
    return isOver ? { value: undefined, done: true } : null;
  };

  listening.to(name, (...values) => {
    const first = waiting.shift();
    if (first === undefined) arrived.push(values);
    else first.resolve({ value: values, done: false });
  });
  if (!(source instanceof EventTarget) && name !== 'error') listening.to('error', fail);
  for (const closing of options.close ?? []) listening.to(closing, stop);
  listening.untilAborted(signal, () => {
    fail(aborted(signal));
  });

  return {
    async next(): Promise<IteratorResult<unknown[]>> {
      const taken = take();
      if (taken !== null) return taken;
      const promised = Promise.withResolvers<IteratorResult<unknown[]>>();
      waiting.push(promised);
      return promised.promise;
    },
    return(): Promise<IteratorResult<unknown[]>> {
      stop();
      return Promise.resolve({ value: undefined, done: true });
    },
    throw(error: unknown): void {
      fail(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Listeners of one wait, which leave together. */
class Listening {
  readonly #source: Source;
  readonly #ends: (() => void)[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  to(name: Name, listener: Listener): void {
    const source = this.#source;
    if (source instanceof EventTarget) {
      const type = String(name);
      source.addEventListener(type, listener);
      this.#ends.push(() => {
        source.removeEventListener(type, listener);
      });
      return;
    }
    source.on(name, listener);
    this.#ends.push(() => source.off(name, listener));
  }

  untilAborted(signal: AbortSignal | undefined, abort: () => void): void {
    if (signal === undefined) return;
    signal.addEventListener('abort', abort, { once: true });
    this.#ends.push(() => {
      signal.removeEventListener('abort', abort);
    });
  }

  end(): void {
    for (const end of this.#ends.splice(0)) end();
  }
}

function aborted(signal: AbortSignal | undefined): Error {
  const error = nodeError(Error, 'ABORT_ERR', 'The operation was aborted', { name: 'AbortError' });
  return Object.assign(error, { cause: signal?.reason as unknown });
}

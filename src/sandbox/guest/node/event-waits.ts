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
export async function once(
  source: Source,
  name: Name,
  { signal }: WaitOptions = {},
): Promise<unknown[]> {
  if (signal?.aborted === true) throw aborted(signal);
  const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
  const listening = new Listening();
  const fail = (error: unknown): void => {
    listening.end();
    reject(error);
  };
  listening.to(source, name, (...values) => {
    listening.end();
    resolve(values);
  });
  if (!isTarget(source) && name !== 'error') listening.to(source, 'error', fail);
  listening.to(signal, 'abort', () => {
    fail(aborted(signal));
  });
  return promise;
}

/**
 * An endless iterator over the arguments of each event, which listens from the call on: what comes before the first
 * `next()` is kept. An `error` event, or `signal`, ends it by throwing once.
 */
export function on(source: Source, name: Name, options: WaitOptions = {}) {
  const { signal } = options;
  if (signal?.aborted === true) throw aborted(signal);
  const arrived: unknown[][] = [];
  const waiting: {
    readonly resolve: (result: Result) => void;
    readonly reject: (reason: unknown) => void;
  }[] = [];
  const listening = new Listening();
  let failure: { readonly error: unknown } | null = null;
  let isOver = false;

  const stop = (): void => {
    listening.end();
    isOver = true;
    for (const { resolve } of waiting.splice(0)) resolve(over());
  };
  const ask = (resolve: (result: Result) => void, reject: (reason: unknown) => void): void => {
    waiting.push({ resolve, reject });
  };
  const fail = (error: unknown): void => {
    const first = waiting.shift();
    if (first === undefined) failure = { error };
    else first.reject(error);
    stop();
  };
  const take = (): Result | null => {
    const values = arrived.shift();
    if (values !== undefined) return { value: values, done: false };
    if (failure !== null) {
      const { error } = failure;
      failure = null;
      throw error;
    }
    return isOver ? over() : null;
  };

  listening.to(source, name, (...values) => {
    const first = waiting.shift();
    if (first === undefined) arrived.push(values);
    else first.resolve({ value: values, done: false });
  });
  if (!isTarget(source) && name !== 'error') listening.to(source, 'error', fail);
  for (const closing of options.close ?? []) listening.to(source, closing, stop);
  listening.to(signal, 'abort', () => {
    fail(aborted(signal));
  });

  return {
    next: async (): Promise<Result> => take() ?? new Promise(ask),
    return(): Promise<Result> {
      stop();
      return Promise.resolve(over());
    },
    throw: fail,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

type Result = IteratorResult<unknown[]>;
const over = (): Result => ({ value: undefined, done: true });

/** Listeners of one wait, which leave together. */
class Listening {
  readonly #ends: (() => void)[] = [];

  to(source: Source | undefined, name: Name, listener: Listener): void {
    if (source === undefined) return;
    const [add, remove] = isTarget(source)
      ? (['addEventListener', 'removeEventListener'] as const)
      : (['on', 'off'] as const);
    const target = source as Record<string, (name: Name, listener: Listener) => unknown>;
    target[add]?.(name, listener);
    this.#ends.push(() => target[remove]?.(name, listener));
  }

  end(): void {
    for (const end of this.#ends.splice(0)) end();
  }
}

const isTarget = (source: Source): source is EventTarget => source instanceof EventTarget;

function aborted(signal: AbortSignal | undefined): Error {
  const error = nodeError(Error, 'ABORT_ERR', 'The operation was aborted', { name: 'AbortError' });
  return Object.assign(error, { cause: signal?.reason as unknown });
}

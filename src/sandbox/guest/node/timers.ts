// Node's timers, whose handles are objects, on the realm's clock.
import { everyTick, wait, type WaitOptions } from '../../../realm/timers-promises.ts';
import { requireFunction } from './errors.ts';
import { postMacrotask, runMacrotask } from './event-loop.ts';
import { host } from './host.ts';

type Callback = (...values: never[]) => void;
const MAX_DELAY = 2 ** 31 - 1;
const timeoutsById = new Map<number, Timeout>();
let lastId = 0;

/** What `setTimeout` and `setInterval` return. */
export class Timeout {
  static readonly name = 'Timeout';
  readonly #id = ++lastId;
  readonly #callback: () => void;
  readonly #delay: number;
  readonly #repeats: boolean;
  #handle: unknown = null;
  #hasRef = true;

  constructor(callback: Callback, delay: unknown, values: unknown[], repeats: boolean) {
    requireFunction(callback, 'callback');
    const milliseconds = Number(delay);
    this.#delay = milliseconds >= 1 && milliseconds <= MAX_DELAY ? Math.trunc(milliseconds) : 1;
    this.#callback = () => {
      (callback as (...given: unknown[]) => void).apply(this, values);
    };
    this.#repeats = repeats;
    this.#start();
  }

  #start(): void {
    timeoutsById.set(this.#id, this);
    const handle = host().clock.setTimeout(() => {
      this.#fire(handle);
    }, this.#delay);
    this.#handle = handle;
    if (!this.#hasRef) referTo(handle, 'unref');
  }

  #fire(handle: unknown): void {
    runMacrotask(() => {
      try {
        this.#callback();
      } finally {
        // The callback may have called refresh() or close().
        if (this.#handle === handle) {
          if (this.#repeats) this.#start();
          else this.close();
        }
      }
    });
  }

  ref(): this {
    this.#hasRef = true;
    referTo(this.#handle, 'ref');
    return this;
  }
  unref(): this {
    this.#hasRef = false;
    referTo(this.#handle, 'unref');
    return this;
  }
  hasRef(): boolean {
    return this.#hasRef;
  }
  refresh(): this {
    if (this.#handle !== null) host().clock.clearTimeout(this.#handle);
    this.#start();
    return this;
  }
  close(): this {
    if (this.#handle !== null) host().clock.clearTimeout(this.#handle);
    this.#handle = null;
    timeoutsById.delete(this.#id);
    return this;
  }
  [Symbol.toPrimitive](): number {
    return this.#id;
  }
  [Symbol.dispose](): void {
    this.close();
  }
}

/** The realm's own timers are counted: what does not keep Node alive here does not there. */
function referTo(handle: unknown, method: 'ref' | 'unref'): void {
  if (typeof handle === 'object' && handle !== null) {
    (handle as Partial<Record<typeof method, () => unknown>>)[method]?.();
  }
}

/** What `setImmediate` returns. */
export class Immediate {
  static readonly name = 'Immediate';
  #callback: (() => void) | null;
  #hasRef = true;

  constructor(callback: Callback, values: unknown[]) {
    requireFunction(callback, 'callback');
    this.#callback = () => {
      (callback as (...given: unknown[]) => void)(...values);
    };
    postMacrotask(() => {
      const run = this.#callback;
      this.#callback = null;
      run?.();
    });
  }

  clear(): void {
    this.#callback = null;
  }
  ref(): this {
    this.#hasRef = true;
    return this;
  }
  unref(): this {
    this.#hasRef = false;
    return this;
  }
  hasRef(): boolean {
    return this.#hasRef;
  }
  [Symbol.dispose](): void {
    this.clear();
  }
}

export function setTimeout(callback: Callback, delay?: number, ...values: unknown[]): Timeout {
  return new Timeout(callback, delay, values, false);
}

export function setInterval(callback: Callback, delay?: number, ...values: unknown[]): Timeout {
  return new Timeout(callback, delay, values, true);
}

/** Takes the object, its number, or anything else, which it ignores. */
export function clearTimeout(timeout: unknown): void {
  if (timeout instanceof Timeout) timeout.close();
  else if (typeof timeout === 'number' || typeof timeout === 'string') {
    timeoutsById.get(Number(timeout))?.close();
  }
}

export function clearInterval(interval: unknown): void {
  clearTimeout(interval);
}

export function setImmediate(callback: Callback, ...values: unknown[]): Immediate {
  return new Immediate(callback, values);
}

export function clearImmediate(immediate: unknown): void {
  if (immediate instanceof Immediate) immediate.clear();
}

function waitTimeout<T>(delay?: number, value?: T, options?: WaitOptions): Promise<T | undefined> {
  return wait<T | undefined>(
    (done) => {
      const timeout = setTimeout(done, delay);
      if (options?.ref === false) timeout.unref();
      return () => timeout.close();
    },
    value,
    options,
  );
}

function waitImmediate<T>(value?: T, options?: WaitOptions): Promise<T | undefined> {
  return wait<T | undefined>(
    (done) => {
      const immediate = setImmediate(done);
      return () => {
        immediate.clear();
      };
    },
    value,
    options,
  );
}

function everyInterval<T>(delay?: number, value?: T, options?: WaitOptions) {
  return everyTick<T | undefined>({ setInterval, clearInterval }, { delay, value, options });
}

/** `node:timers/promises`. */
export const promises = {
  setTimeout: waitTimeout,
  setImmediate: waitImmediate,
  setInterval: everyInterval,
  scheduler: {
    wait: (delay: number, options?: WaitOptions) => waitTimeout(delay, undefined, options),
    yield: () => waitImmediate(),
  },
};

// `util.promisify(setTimeout)` is a classic way to sleep.
const PROMISIFIED = Symbol.for('nodejs.util.promisify.custom');
Object.defineProperty(setTimeout, PROMISIFIED, { value: waitTimeout });
Object.defineProperty(setImmediate, PROMISIFIED, { value: waitImmediate });

const timers = {
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
  setImmediate,
  clearImmediate,
  promises,
};
export default timers;

// Replaces timers, dates and `performance.now` on the student's global object by those of a virtual clock.
import { construct, define, get, isObject, methodOf } from '../evidence/primordials.ts';
import { wait, type WaitOptions } from './timers-promises.ts';
import type { TimerCallback, VirtualTimeout } from './virtual-timeout.ts';
import type { VirtualClock } from './virtual-clock.ts';

type StartTimer = (
  callback: TimerCallback,
  delay?: unknown,
  ...args: readonly unknown[]
) => VirtualTimeout;

/** The functions of `node:timers` that a virtual clock gives. `setImmediate` stays real: it takes no time. */
export type VirtualTimers = {
  readonly setTimeout: StartTimer;
  readonly setInterval: StartTimer;
  readonly clearTimeout: (timeout: unknown) => void;
  readonly clearInterval: (timeout: unknown) => void;
};

/** Node's mark for what `util.promisify(setTimeout)` gives. */
const PROMISIFIED = Symbol.for('nodejs.util.promisify.custom');

export function createVirtualTimers(clock: VirtualClock): VirtualTimers {
  const schedule = (
    callback: TimerCallback,
    delay: unknown,
    args: readonly unknown[],
    repeats: boolean,
  ) => {
    if (!isCallable(callback)) throw invalidCallback(callback);
    return clock.schedule(callback, delay, args, repeats);
  };
  const clear = (timeout: unknown) => {
    const found = clock.find(timeout);
    if (found !== null) clock.remove(found);
  };
  const timers: VirtualTimers = {
    setTimeout: (callback, delay, ...args) => schedule(callback, delay, args, false),
    setInterval: (callback, delay, ...args) => schedule(callback, delay, args, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
  define(timers.setTimeout, PROMISIFIED, (delay: unknown, value: unknown, options?: WaitOptions) =>
    wait(
      (done) => {
        const timeout = clock.schedule(done, delay, [], false);
        if (options?.ref === false) timeout.unref();
        return () => {
          clock.remove(timeout);
        };
      },
      value,
      options,
    ),
  );
  return timers;
}

/** The types promise a function; the student's code does not. */
function isCallable(callback: unknown): boolean {
  return typeof callback === 'function';
}

function invalidCallback(received: unknown): TypeError {
  const error = new TypeError(
    `The "callback" argument must be of type function. Received ${typeof received}`,
  );
  define(error, 'code', 'ERR_INVALID_ARG_TYPE');
  return error;
}

/** `Date` whose present is the clock's; everything else is the engine's own. */
function createVirtualDate(clock: VirtualClock): DateConstructor {
  const RealDate = Date;
  const dateText = methodOf(RealDate.prototype, 'toString');
  function VirtualDate(...args: readonly unknown[]): unknown {
    const now = clock.date();
    if (!isObject(new.target)) return dateText(new RealDate(now));
    return construct(RealDate, args.length === 0 ? [now] : args, new.target);
  }
  define(VirtualDate, 'name', 'Date');
  define(VirtualDate, 'now', () => clock.date());
  define(VirtualDate, 'parse', RealDate.parse);
  define(VirtualDate, 'UTC', RealDate.UTC);
  VirtualDate.prototype = RealDate.prototype;
  define(RealDate.prototype, 'constructor', VirtualDate);
  return VirtualDate as unknown as DateConstructor;
}

/** `AbortSignal.timeout`, whose timer does not keep Node from ending, as Node's own. */
function abortingTimeout(clock: VirtualClock) {
  const Controller = AbortController;
  const Exception = DOMException;
  return (delay: unknown): AbortSignal => {
    const controller = new Controller();
    const abort = () => {
      controller.abort(new Exception('The operation was aborted due to timeout', 'TimeoutError'));
    };
    clock.schedule(abort, delay, [], false).unref();
    return controller.signal;
  };
}

/** Called once for each realm, before any student code, after whatever needs real time has captured it. */
export function installVirtualTime(global: object, clock: VirtualClock): VirtualTimers {
  const timers = createVirtualTimers(clock);
  define(global, 'setTimeout', timers.setTimeout);
  define(global, 'setInterval', timers.setInterval);
  define(global, 'clearTimeout', timers.clearTimeout);
  define(global, 'clearInterval', timers.clearInterval);
  define(global, 'Date', createVirtualDate(clock));
  const signals: unknown = get(global, 'AbortSignal');
  if (isObject(signals)) define(signals, 'timeout', abortingTimeout(clock));
  const performance: unknown = get(global, 'performance');
  if (isObject(performance)) define(performance, 'now', () => clock.now());
  return timers;
}

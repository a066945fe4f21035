// The order in which things run: `process.nextTick` before promises, `setImmediate` and I/O in turns of their own.
import { PlainPromise } from '../../../evidence/primordials.ts';
import { requireFunction } from './errors.ts';
import { host } from './host.ts';

type Tick = { readonly callback: (...values: never[]) => void; readonly values: unknown[] };

const queueNativeMicrotask = globalThis.queueMicrotask.bind(globalThis);
let ticks: Tick[] = [];
let isDrainQueued = false;
let pendingMacrotasks = 0;
let idleWaiters: (() => void)[] = [];

/** Ticks queued from our own macrotasks run before promises, as in Node; from a microtask they only run after those already queued. */
export function nextTick(callback: (...values: never[]) => void, ...values: unknown[]): void {
  requireFunction(callback, 'callback');
  ticks.push({ callback, values });
  if (isDrainQueued) return;
  isDrainQueued = true;
  queueNativeMicrotask(drainTicks);
}

function drainTicks(): void {
  isDrainQueued = false;
  while (ticks.length > 0) {
    const batch = ticks;
    ticks = [];
    for (const { callback, values } of batch)
      guarded(() => {
        (callback as (...given: unknown[]) => void)(...values);
      });
  }
}

function guarded(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    host().reportError(error);
  }
}

/** Runs one callback of the event loop (a timer, I/O), then the ticks that it queued. An exception is reported, never thrown. */
export function runMacrotask(callback: () => void): void {
  guarded(callback);
  drainTicks();
}

/** Runs `callback` in a later turn, after those already posted. */
export function postMacrotask(callback: () => void): void {
  pendingMacrotasks += 1;
  host().postMacrotask(() => {
    pendingMacrotasks -= 1;
    runMacrotask(callback);
    if (pendingMacrotasks === 0) queueNativeMicrotask(wakeIdleWaiters);
  });
}

/** Resolves once no immediate and no I/O of the virtual network is pending. Timers do not count. */
export function whenIdle(): Promise<void> {
  return new PlainPromise<void>((resolve) => {
    idleWaiters.push(resolve);
    // One turn at least: what the caller has just started may still be in a promise.
    postMacrotask(() => undefined);
  });
}

function wakeIdleWaiters(): void {
  if (pendingMacrotasks > 0) return;
  const waiters = idleWaiters;
  idleWaiters = [];
  for (const wake of waiters) wake();
}

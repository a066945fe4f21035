// What the virtual Node is given by the realm that it runs in: time, a console to print on, a way to end.

/** Time, in milliseconds. The realm's virtual clock implements it; handles are opaque. */
export type GuestClock = {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Monotonic milliseconds since the realm started. */
  now(): number;
};

export type GuestHost = {
  readonly clock: GuestClock;
  /** Runs `callback` in a later turn of the event loop, in order: I/O goes on even when virtual time stands still. */
  postMacrotask(callback: () => void): void;
  /** What `process.stdout` and `process.stderr` were given. */
  print(stream: 'stdout' | 'stderr', text: string): void;
  /** An exception that no student code caught. */
  reportError(error: unknown): void;
  /** The student called `process.exit`. Must throw or never return. */
  exit(code: number): never;
};

const nativeSetTimeout = globalThis.setTimeout;
const nativeClearTimeout = globalThis.clearTimeout;
const nativeReportError = (globalThis as { reportError?: (error: unknown) => void }).reportError;

function macrotaskQueue(): (callback: () => void) => void {
  const channel = new MessageChannel();
  const queue: (() => void)[] = [];
  channel.port1.onmessage = () => {
    queue.shift()?.();
  };
  // In Node (our tests) an open port keeps the process alive; in a browser there is nothing to release.
  (channel.port1 as { unref?: () => void }).unref?.();
  return (callback) => {
    queue.push(callback);
    channel.port2.postMessage(null);
  };
}

/** Thrown by `process.exit()` when the realm gave no way to end at once. */
export class ProcessExit extends Error {
  override readonly name = 'ProcessExit';
  readonly exitCode: number;
  constructor(exitCode: number) {
    super(`process.exit(${exitCode})`);
    this.exitCode = exitCode;
  }
}

/** Real time and the worker's own error event: what runs until the realm says otherwise. */
const NATIVE_HOST: GuestHost = {
  clock: {
    setTimeout: (callback, milliseconds) => nativeSetTimeout(callback, milliseconds),
    clearTimeout: (handle) => {
      nativeClearTimeout(handle as number);
    },
    now: () => performance.now(),
  },
  postMacrotask: macrotaskQueue(),
  print: () => undefined,
  reportError: (error) => {
    if (nativeReportError) nativeReportError.call(globalThis, error);
    else
      nativeSetTimeout(() => {
        throw error;
      }, 0);
  },
  exit: (code) => {
    throw new ProcessExit(code);
  },
};

let current: GuestHost = NATIVE_HOST;

/** The realm as it is now: modules call this at use, never at load, since packages load before the realm is known. */
export function host(): GuestHost {
  return current;
}

export function setHost(given: Partial<GuestHost>): void {
  current = { ...NATIVE_HOST, ...given };
}

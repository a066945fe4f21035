// The global `process` of the virtual Node: one process that has no machine around it.
import { EventEmitter } from './events.ts';
import { nextTick } from './event-loop.ts';
import { host } from './host.ts';

const VERSION = '26.10.0';

function hrtime(previous?: readonly [number, number]): [number, number] {
  const nanoseconds =
    hrtimeBigint() - (previous ? BigInt(previous[0]) * 1_000_000_000n + BigInt(previous[1]) : 0n);
  return [Number(nanoseconds / 1_000_000_000n), Number(nanoseconds % 1_000_000_000n)];
}

function hrtimeBigint(): bigint {
  return BigInt(Math.round(host().clock.now() * 1_000_000));
}

function output(stream: 'stdout' | 'stderr', fd: 1 | 2) {
  return {
    fd,
    isTTY: false,
    writable: true,
    write(chunk: unknown, encodingOrCallback?: unknown, callback?: unknown): boolean {
      host().print(
        stream,
        typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk as Uint8Array),
      );
      const done = [encodingOrCallback, callback].find((value) => typeof value === 'function');
      if (done) nextTick(done as () => void);
      return true;
    },
    on() {
      return this;
    },
    once() {
      return this;
    },
    end() {
      return this;
    },
  };
}

function emitWarning(
  warning: unknown,
  options?: string | { readonly type?: string; readonly code?: string },
): void {
  const type = typeof options === 'string' ? options : (options?.type ?? 'Warning');
  const code =
    typeof options === 'object' && options.code !== undefined ? `[${options.code}] ` : '';
  const text =
    warning instanceof Error
      ? `${warning.name}: ${warning.message}`
      : `${type}: ${String(warning)}`;
  host().print('stderr', `(node:${process.pid}) ${code}${text}\n`);
  nextTick(() =>
    process.emit(
      'warning',
      warning instanceof Error
        ? warning
        : Object.assign(new Error(String(warning)), { name: type }),
    ),
  );
}

const members = {
  title: 'node',
  version: `v${VERSION}`,
  versions: { node: VERSION },
  release: { name: 'node' },
  arch: 'x64',
  platform: 'linux',
  pid: 1,
  ppid: 0,
  argv: ['/usr/bin/node', '/serveur.js'],
  argv0: 'node',
  execArgv: [] as string[],
  execPath: '/usr/bin/node',
  // `ws` reads WS_NO_BUFFER_UTIL here: an empty object is all it needs.
  env: {} as Record<string, string>,
  exitCode: undefined as number | undefined,
  features: {},
  stdout: output('stdout', 1),
  stderr: output('stderr', 2),
  nextTick,
  emitWarning,
  hrtime: Object.assign(hrtime, { bigint: hrtimeBigint }),
  uptime: () => host().clock.now() / 1000,
  cwd: () => '/',
  umask: () => 0o22,
  memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
  cpuUsage: () => ({ user: 0, system: 0 }),
  exit(code?: number): never {
    process.exitCode = code ?? process.exitCode ?? 0;
    process.emit('exit', process.exitCode);
    return host().exit(process.exitCode);
  },
  abort(): never {
    return host().exit(134);
  },
  kill(): never {
    return host().exit(143);
  },
};

type Process = typeof members & InstanceType<typeof EventEmitter>;

// The npm EventEmitter is an ES5 function: it can initialise an object that it did not make.
const process = Object.create(EventEmitter.prototype) as Process;
(EventEmitter as unknown as (this: object) => void).call(process);
Object.assign(process, members);
Object.defineProperty(process, Symbol.toStringTag, { value: 'process' });

/** Gives an exception that nobody caught to the student's `uncaughtException` or `unhandledRejection` listeners; false when there are none. */
export function offerUncaught(
  event: 'uncaughtException' | 'unhandledRejection',
  error: unknown,
): boolean {
  if (process.listenerCount(event) === 0) return false;
  process.emit(event, error, event === 'uncaughtException' ? event : undefined);
  return true;
}

export { process };
export default process;

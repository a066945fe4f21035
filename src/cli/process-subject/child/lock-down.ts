// Takes away from `process` and the global object what reaches around the allowed imports, and reports how it ends.
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { syncBuiltinESMExports } from 'node:module';
import { methodOf } from '../../../evidence/primordials.ts';
import type { Agent } from '../../../realm/agent.ts';
import { currentStack } from '../../../realm/console-capture.ts';
import { everyTick, type WaitOptions } from '../../../realm/timers-promises.ts';

/** Ways out of the realm that no import rule can see. Comfort, not a wall: the student's own machine runs this. */
const HIDDEN_FROM_PROCESS = [
  'binding',
  '_linkedBinding',
  'dlopen',
  'getBuiltinModule',
  'kill',
  '_kill',
  '_debugProcess',
  'chdir',
  'abort',
  'execve',
  'loadEnvFile',
  'report',
];
const HIDDEN_GLOBALS = ['fetch', 'EventSource'];

export function hideWaysOut(): void {
  for (const name of HIDDEN_FROM_PROCESS) Reflect.deleteProperty(process, name);
  for (const name of HIDDEN_GLOBALS) Reflect.deleteProperty(globalThis, name);
  process.argv.splice(1);
  process.execArgv.splice(0);
}

const reallyExit = methodOf(process, 'reallyExit');

/** Node's own way out, at which `process.exit()` ends; its types do not name it. */
export function exitNow(code: number): never {
  return reallyExit(process, code) as never;
}

/** `process.exit()` ends the realm with its place in the student's file; nothing after it runs. */
export function reportExit(agent: Agent): void {
  const exit = (code?: unknown): never => {
    const status = Number(code ?? process.exitCode ?? 0);
    agent.exited(Number.isInteger(status) ? status : 1, currentStack());
    return exitNow(status);
  };
  process.exit = exit;
  Reflect.set(process, 'reallyExit', exit);
}

/** As in Node, an exception that nobody catches ends the process, unless the student listens for it. */
export function reportUncaught(agent: Agent): void {
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') === 1) agent.crashed(error);
  });
  process.on('unhandledRejection', (reason) => {
    if (process.listenerCount('unhandledRejection') > 1) return;
    // A rejection that only `uncaughtException` listens for is raised as such.
    process.emit('uncaughtException', reason as Error, 'unhandledRejection');
  });
}

/** What is written straight to the standard streams counts as console, and never reaches ours. */
export function captureOutput(): void {
  const { log, error } = console;
  const into = (print: (text: string) => void) =>
    function write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
      print(String(chunk).replace(/\n$/, ''));
      const done = typeof encoding === 'function' ? encoding : callback;
      if (typeof done === 'function') process.nextTick(done);
      return true;
    };
  process.stdout.write = into(log);
  process.stderr.write = into(error);
}

/** `node:timers` gives the same virtual time as the global object; what Node itself holds of it stays real. */
export function replaceTimersModule(virtual: Agent['timers']): void {
  const wait = Reflect.get(virtual.setTimeout, Symbol.for('nodejs.util.promisify.custom')) as (
    delay?: unknown,
    value?: unknown,
    options?: WaitOptions,
  ) => Promise<unknown>;
  Object.assign(timers, virtual);
  Object.assign(timersPromises, {
    setTimeout: wait,
    setInterval: (delay?: number, value?: unknown, options?: WaitOptions) =>
      everyTick(virtual, { delay, value, options }),
  });
  const pause = (delay?: unknown, options?: WaitOptions) => wait(delay, undefined, options);
  Object.assign(timersPromises.scheduler, { wait: pause });
  syncBuiltinESMExports();
}

// The virtual Node: the modules, globals and network that student code finds in the worker.
//
// How the sandbox uses it, once per worker, before any student code runs:
//
//   const node = createVirtualNode({
//     clock,                      // setTimeout / clearTimeout / now, in milliseconds; default: the real ones
//     reportError: (error) => …,  // an exception that reached the event loop; see offerUncaught
//     exit: (code) => …,          // process.exit(code): end the realm, then throw
//     print: (stream, text) => …, // process.stdout.write and process.stderr.write
//   });
//   node.installGlobals(globalThis);
//   node.builtins['crypto']       // { exports, names }: default export and named exports, for an ES facade
//   node.network.observe({ listening: (port) => …, closed: (port) => … });
//   node.network.connectFromOutside(incoming);  // accepts the mux's IncomingStream, or refuses it: nobody listens there
//   node.network.openOutside = (port) => mux.open({ port });  // the ports that the grader accepts
//   await node.whenIdle();        // no immediate, tick or network delivery is pending (timers do not count)
//
// `buildGuest({ packages: false })` leaves `ws` and `zlib` out (a third of the weight) for the steps that may not import
// them: their keys are then missing from `builtins`.
// `import { x } from 'node:crypto'` becomes an import of a blob module that reads `builtins['crypto'].exports`.
import { builtins, type Builtin } from './builtins.ts';
import { whenIdle } from './event-loop.ts';
import { installGlobals } from './globals.ts';
import { setHost, type GuestHost } from './host.ts';
import { network, type Network } from './net/network.ts';
import { offerUncaught } from './process.ts';
import { format } from './util/format.ts';
import { inspect } from './util/inspect.ts';

export type VirtualNode = {
  /** By name without `node:`; `ws` is the real package. */
  readonly builtins: Readonly<Record<string, Builtin>>;
  installGlobals(target: object): void;
  readonly network: Network;
  /** Resolves when nothing is pending but timers and what comes from outside. */
  whenIdle(): Promise<void>;
  /** Gives an uncaught error to the student's own `process.on(event)`; false when there is none, and the process would die. */
  offerUncaught(event: 'uncaughtException' | 'unhandledRejection', error: unknown): boolean;
  /** The printf and the pretty-printer of Node, for the console. */
  readonly format: (...values: unknown[]) => string;
  readonly inspect: typeof inspect;
};

/** One worker is one Node: packages load once, so a second call only replaces the host. */
export function createVirtualNode(host: Partial<GuestHost> = {}): VirtualNode {
  setHost(host);
  return { builtins, installGlobals, network, whenIdle, offerUncaught, format, inspect };
}

export type { Builtin, GuestHost, Network };
export type { GuestClock } from './host.ts';

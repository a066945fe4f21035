// The worker's first and only script: takes its ports, shuts the doors, then lets the agent bring student code in.
import '../../evidence/disposal-symbols.ts';
import { getterOf, methodOf } from '../../evidence/primordials.ts';
import { createMux, messagePortCarrier, type MessagePortLike } from '../../mux/index.ts';
import { createAgent, type Agent } from '../../realm/agent.ts';
import type { RealmCommand, RealmMessage } from '../../realm/protocol.ts';
import { ALLOWED_BUILTINS } from '../../realm/allowed-modules.ts';
import { closeDoors } from './close-doors.ts';
import { createEventTurn } from './event-turn.ts';
import type { Builtin } from './linker.ts';
import { createModuleRegistry } from './module-registry.ts';
import { createVirtualNode, type GuestHost, type VirtualNode } from './node/index.ts';
import { sealPort } from './sealed-port.ts';
import { StudentModules } from './student-modules.ts';
import { createThreadsDone } from './threads-done.ts';

/** Real time and the real ways to fail, before the agent replaces time and student code patches the rest. */
const realNow = performance.now.bind(performance);
const realDate = Date.now.bind(Date);
const realSetTimeout = setTimeout.bind(globalThis);
const raise = reportError.bind(globalThis);
const listen = addEventListener.bind(globalThis);
const preventDefault = methodOf(Event.prototype, 'preventDefault');
const errorOf = getterOf(ErrorEvent.prototype, 'error');
const reasonOf = getterOf(PromiseRejectionEvent.prototype, 'reason');

/** From outside, at once: more than the relay lets in and than a grader opens (one for each place where a request is cut). */
const MAX_CONNECTIONS = 512;

/** Thrown by `process.exit()` so that nothing after it runs; the page then stops the worker. */
class ProcessExit extends Error {
  override readonly name = 'ProcessExit';
}

addEventListener('message', function onBoot({ ports }: MessageEvent) {
  const [control, ...networks] = ports;
  if (control === undefined || networks.length === 0) return;
  removeEventListener('message', onBoot);
  void boot(sealPort(control), networks.map(sealPort));
});

async function boot(control: MessagePortLike, networks: readonly MessagePortLike[]): Promise<void> {
  closeDoors(globalThis);
  const registry = await createModuleRegistry();
  const host: Mutable<Partial<GuestHost>> = { reportError: raise };
  const node = createVirtualNode(host);
  const modules = new StudentModules(registry, allowedModules(node));
  const send = (message: RealmMessage) => {
    control.postMessage(message, []);
  };
  const agent = createAgent({
    global: globalThis,
    send,
    openModules: (load) => {
      modules.open(load);
      return Promise.resolve();
    },
    importModule: (path) => modules.import(path),
    importSource: (source) => modules.importSource(source),
    turn: createEventTurn(() => node.whenIdle()),
    threadsDone: createThreadsDone(),
    realNow,
    realDate,
    wake: (milliseconds, callback) => {
      realSetTimeout(callback, milliseconds);
    },
    isIdle: () => node.network.ports.length === 0,
    raise,
    locate: (stack) => modules.addresses.locate(stack),
    tidy: (text) => modules.addresses.tidy(text),
  });
  lendRealm(host, agent);
  createVirtualNode(host).installGlobals(globalThis);
  reportUncaught(agent, node);
  openNetwork(node, networks);
  control.addEventListener('message', ({ data }) => {
    agent.receive(data as RealmCommand);
  });
  control.start();
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Gives the virtual Node the realm's time, console and end, which exist only once the agent does. */
function lendRealm(host: Mutable<Partial<GuestHost>>, agent: Agent): void {
  const { timers } = agent;
  const { log, error } = console;
  const now = performance.now.bind(performance);
  host.clock = {
    setTimeout: (callback, milliseconds) => timers.setTimeout(callback, milliseconds),
    clearTimeout: (handle) => {
      timers.clearTimeout(handle);
    },
    now,
  };
  host.print = (stream, text) => {
    (stream === 'stderr' ? error : log)(text.replace(/\n$/, ''));
  };
  host.exit = (code) => {
    const exit = new ProcessExit(`process.exit(${code})`);
    agent.exited(code, exit.stack ?? '');
    throw exit;
  };
}

/** As in Node, an exception that nobody catches ends the process, unless the student listens for it. */
function reportUncaught(agent: Agent, node: VirtualNode): void {
  const report = (
    event: Event,
    kind: 'uncaughtException' | 'unhandledRejection',
    error: unknown,
  ): void => {
    preventDefault(event);
    // The realm has already ended with its exit code.
    if (error instanceof ProcessExit) return;
    if (node.offerUncaught(kind, error)) return;
    // A rejection that only `uncaughtException` listens for is raised as such.
    if (kind === 'unhandledRejection' && node.offerUncaught('uncaughtException', error)) return;
    agent.crashed(error);
  };
  listen('error', (event) => {
    report(event, 'uncaughtException', errorOf(event));
  });
  listen('unhandledrejection', (event) => {
    report(event, 'unhandledRejection', reasonOf(event));
  });
}

/** Streams opened over any of the ports reach the student's servers; the student's clients reach the first port's owner. */
function openNetwork(node: VirtualNode, networks: readonly MessagePortLike[]): void {
  const [page] = networks.map((port) =>
    createMux(messagePortCarrier(port), {
      side: 'accepter',
      maxStreams: MAX_CONNECTIONS,
      onStream: (stream) => {
        node.network.connectFromOutside(stream);
      },
    }),
  );
  node.network.openOutside = (port) => page?.open({ port }) ?? null;
}

/** The same list as under real Node: what the virtual one has besides (`zlib`, for `ws`) is its own affair. */
function allowedModules(node: VirtualNode): ReadonlyMap<string, Builtin> {
  return new Map(
    Object.entries(node.builtins)
      .map(
        ([name, { exports, names }]) =>
          [name, { value: exports, names, isPackage: name === 'ws' }] as const,
      )
      .filter(([name, { isPackage }]) => isPackage || ALLOWED_BUILTINS.includes(name)),
  );
}

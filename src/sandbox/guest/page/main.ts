// The page realm's first script: takes its ports, shuts the doors, shows the student's page, lets the agent bring code in.
import '../../../evidence/disposal-symbols.ts';
import { define, getterOf, methodOf } from '../../../evidence/primordials.ts';
import { createMux, messagePortCarrier } from '../../../mux/index.ts';
import { createAgent, type Agent } from '../../../realm/agent.ts';
import type { LoadCommand, RealmCommand, RealmMessage } from '../../../realm/protocol.ts';
import type { VirtualTimers } from '../../../realm/virtual-date.ts';
import { createEventTurn, createTaskQueue } from '../event-turn.ts';
import { createModuleRegistry } from '../module-registry.ts';
import { sealPort } from '../sealed-port.ts';
import { StudentModules } from '../student-modules.ts';
import { createThreadsDone } from '../threads-done.ts';
import { closePageDoors } from './close-page-doors.ts';
import { loopEdits } from './loop-edits.ts';
import { createLoopGuard, THREAD_BUDGET } from './loop-guard.ts';
import { hidePage, pageFileOf, showPage } from './page-document.ts';
import { createPageWebSocket } from './page-network.ts';
import { createPageTools } from './page-tools.ts';
import { watchShadowRoots } from './shadow-roots.ts';

/** Real time and the real ways to fail, before the agent replaces time and student code patches the rest. */
const realNow = performance.now.bind(performance);
const realDate = Date.now.bind(Date);
const realSetTimeout = setTimeout.bind(globalThis);
const RealError = Error;
const raise = reportError.bind(globalThis);
const listen = addEventListener.bind(globalThis);
const preventDefault = methodOf(Event.prototype, 'preventDefault');
const errorOf = getterOf(ErrorEvent.prototype, 'error');
const reasonOf = getterOf(PromiseRejectionEvent.prototype, 'reason');

/** Virtual milliseconds between two pictures: a hidden frame draws none. */
const PICTURE = 16;

addEventListener('message', function onBoot({ source, ports }: MessageEvent) {
  const [control, network] = ports;
  // From the frame's own boot script: student code is not there yet.
  if (source !== window) return;
  if (control === undefined || network === undefined) return;
  removeEventListener('message', onBoot);
  void boot(control, network);
});

async function boot(controlPort: MessagePort, networkPort: MessagePort): Promise<void> {
  const [control, network] = [sealPort(controlPort), sealPort(networkPort)];
  closePageDoors(globalThis);
  watchShadowRoots();
  const registry = await createModuleRegistry();
  const tools: { page?: object } = {};
  const stop: { agent?: Agent } = {};
  const guard = createLoopGuard({
    now: realNow,
    askForTurn: () => {
      // Of a burst, ten thousand messages long, each brings the turn that the one before asks for.
      if (awaited === 0) queueTask(nothing);
    },
    tripped: () => {
      hidePage();
      stop.agent?.stopped(THREAD_BUDGET, new RealError().stack ?? '');
    },
  });
  let awaited = 0;
  // Each of our tasks is a turn: a burst of messages, one task each, is no loop.
  const runInTurn = createTaskQueue(() => {
    awaited -= 1;
    guard.rest();
  });
  const queueTask = (task: () => void): void => {
    awaited += 1;
    runInTurn(task);
  };
  registry.scope.guard = guard.enter;
  const modules = new StudentModules(registry, new Map(), (text, scope) =>
    loopEdits(text, `${scope}.guard`),
  );
  const agent = createAgent({
    global: globalThis,
    send: (message: RealmMessage) => {
      // Before a reply that shows the exception by which it was stopped.
      guard.tellIfDue();
      control.postMessage(message, []);
    },
    openModules: (load) => {
      modules.open(load);
      tools.page = openPage(load);
      return Promise.resolve();
    },
    importModule: (path) => modules.import(path),
    importSource: (source) => modules.importSource(source),
    turn: createEventTurn(atOnce, queueTask),
    threadsDone: createThreadsDone(),
    realNow,
    realDate,
    wake: (milliseconds, callback) => {
      realSetTimeout(callback, milliseconds);
    },
    isIdle: () => true,
    raise,
    locate: (stack) => modules.addresses.locate(stack),
    tidy: (text) => modules.addresses.tidy(text),
    probeTools: () => tools.page,
  });
  stop.agent = agent;
  replacePictures(agent.timers);
  const mux = createMux(messagePortCarrier(network), { side: 'accepter' });
  define(globalThis, 'WebSocket', createPageWebSocket({ mux, timers: agent.timers, queueTask }));
  reportUncaught(agent, guard.isTripped);
  control.addEventListener('message', ({ data }) => {
    agent.receive(data as RealmCommand);
  });
  control.start();
}

function nothing(): void {
  // The turn itself is what was asked for.
}

/** A page has no virtual Node to wait for. Nothing here may be looked up once student code has run, `Promise` least of all. */
async function atOnce(): Promise<void> {
  // What an async function gives is the engine's own promise.
}

function openPage({ files, modules }: LoadCommand): object {
  const file = pageFileOf(files, modules);
  return createPageTools(showPage(file, file === null ? '' : (files[file] ?? '')), WebSocket);
}

/** What is drawn « at the next picture », or when there is time, comes on the clock that the grader moves. */
function replacePictures({ setTimeout: start, clearTimeout: clear }: VirtualTimers): void {
  const soon = (callback: (time: number) => void) =>
    start(() => {
      callback(performance.now());
    }, PICTURE).id;
  define(globalThis, 'requestAnimationFrame', soon);
  define(globalThis, 'cancelAnimationFrame', clear);
  define(
    globalThis,
    'requestIdleCallback',
    (callback: (deadline: object) => void) =>
      start(() => {
        callback({ didTimeout: false, timeRemaining: () => PICTURE });
      }, PICTURE).id,
  );
  define(globalThis, 'cancelIdleCallback', clear);
}

/** An exception that nobody catches ends the realm, as it ends a program under Node: its line is what the student needs. */
function reportUncaught(agent: Agent, isStopped: () => boolean): void {
  const report = (event: Event, error: (event: Event) => unknown): void => {
    preventDefault(event);
    // What a stopped page throws is the guard's: one event for each listener on the stack.
    if (!isStopped()) agent.crashed(error(event));
  };
  listen('error', (event) => {
    report(event, errorOf);
  });
  listen('unhandledrejection', (event) => {
    report(event, reasonOf);
  });
}

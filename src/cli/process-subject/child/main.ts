// The child process of a process Subject: readies everything that must come before student code, then obeys.
// The order of these imports matters: what needs real time and real sockets is loaded before they are replaced.
import './http-module.ts';
import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { PlainPromise } from '../../../evidence/primordials.ts';
import { createAgent } from '../../../realm/agent.ts';
import { createLocator } from '../../../realm/locate.ts';
import { listen, post } from './channel.ts';
import {
  captureOutput,
  exitNow,
  hideWaysOut,
  replaceTimersModule,
  reportExit,
  reportUncaught,
} from './lock-down.ts';
import { confineToLoopback } from './loopback.ts';
import { StudentModules } from './student-modules.ts';

// We are always killed, and would never get to write it at the end. Student code is not in it yet.
flushCompileCache();

const realSetImmediate = setImmediate;
const realSetTimeout = setTimeout;
const realNow = performance.now.bind(performance);
const realDate = Date.now.bind(Date);
const drawElsewhere = randomBytes;

const [, , folder = process.cwd()] = process.argv;
const modules = new StudentModules(folder);
const routes = confineToLoopback(post);
hideWaysOut();

const agent = createAgent({
  global: globalThis,
  send: (message) => {
    post({ kind: 'message', message });
  },
  openModules: (load) => modules.open(load),
  importModule: (path) => modules.import(path),
  importSource: async (source) =>
    (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as object,
  turn: () =>
    new PlainPromise((resolve) => {
      realSetImmediate(resolve);
    }),
  // The pool has one thread (`ProcessLink`), which takes what it is asked in order.
  threadsDone: () =>
    new PlainPromise((resolve) => {
      drawElsewhere(1, () => {
        resolve();
      });
    }),
  realNow,
  realDate,
  wake: (milliseconds, callback) => {
    realSetTimeout(callback, milliseconds);
  },
  // Only the page runs programs that end by themselves.
  isIdle: () => false,
  raise: (error) => {
    realSetImmediate(() => {
      throw error;
    });
  },
  locate: createLocator((address) => modules.pathOf(address)),
  tidy: (text) => modules.tidy(text),
});
replaceTimersModule(agent.timers);
captureOutput();
reportExit(agent);
reportUncaught(agent);

listen((message) => {
  if (message.kind === 'command') agent.receive(message.command);
  else routes.add(message.port, message.actual);
}, exitNow);

// The cases of the contract that a page cannot keep, each with its reason: it has a document, and no Node.

const NO_NODE = 'a page imports no module of Node: what it opens is a WebSocket' as const;
const NO_PROCESS =
  'a page has no process to leave: closing a window is the visitor’s affair' as const;

type PageDifference = {
  readonly title: string;
  readonly reason: typeof NO_NODE | typeof NO_PROCESS;
  /** What the case says of a page: whoever finds that it says something else has found another difference. */
  readonly says: RegExp;
};

const withoutNode = (title: string): PageDifference => ({
  title,
  reason: NO_NODE,
  says: /expected "loaded", received "forbidden-import"/,
});

export const PAGE_DIFFERENCES: readonly PageDifference[] = [
  withoutNode('load() allows ws where the step does, and the modules of Node that a server needs'),
  withoutNode('an abort ends what node:timers/promises waits for, and takes its timer away'),
  withoutNode('a timer of node:timers/promises that asks for ref: false keeps nothing alive'),
  withoutNode('node:timers, unref(), refresh() and promisify follow the same clock'),
  withoutNode('connect() reaches a server on the port it named, and bytes come back intact'),
  withoutNode('two connections to one server do not mix'),
  withoutNode('closing the writable is a half-close: the other side may still answer'),
  withoutNode('a reset by the student’s server is an error of the stream'),
  withoutNode('a port on which nobody listens refuses'),
  withoutNode('listen(0) gives a port that connect() reaches; a taken port is EADDRINUSE'),
  withoutNode('accept() receives the connections of the student’s client'),
  withoutNode('a student’s client reaches the student’s own server'),
  withoutNode('ws serves a handshake and a message over connect()'),
  {
    title: 'process.exit() ends the realm with its code and its line, and nothing runs after it',
    reason: NO_PROCESS,
    says: /expected the realm to end, but it answered/,
  },
];

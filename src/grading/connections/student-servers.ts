// Brings up servers that a function of the student's code makes, and opens connections to them.
import type { Evidence } from '../../evidence/evidence.ts';
import { propertyOf } from '../../evidence/normalise.ts';
import { fail } from '../check-failure.ts';
import { describeThrown, showThrown } from '../engine-messages.ts';
import { where } from '../messages.ts';
import { kindOf, showEvidence } from '../show-evidence.ts';
import { type Cloneable, type Subject, SubjectEnded } from '../subject.ts';
import { literal } from '../visible-text.ts';
import { Conversation } from './conversation.ts';
import { CLOSE_SERVERS, OPEN_SERVERS } from './creation-probe.ts';
import { SERVER } from './messages.ts';

export type StudentServer = {
  readonly port: number;
  /** The call that made it, as the student would write it. */
  readonly sent: string;
  /** Opens a connection. A port that refuses is the check's failure. */
  connect(): Promise<Conversation>;
  /** Its place among all the servers of its realm. */
  readonly place: number;
};

export type ServerCreation = {
  readonly module: string;
  /** The export that makes one server, sync or async, not yet listening. */
  readonly name: string;
};

/** Ports that code left from an example listens on: none may be taken by a mere import. */
const USUAL_PORTS = [
  80, 443, 1337, 3000, 3001, 4000, 5000, 8000, 8001, 8080, 8081, 8082, 8888, 9000,
];

/**
 * One server for each argument list, made in order, then all told to `listen(0)`.
 * Anything else than `{ listen, address, close }`, not yet listening, is the check's failure.
 */
export async function openServers(
  subject: Subject,
  { module, name }: ServerCreation,
  argumentLists: readonly (readonly Cloneable[])[],
): Promise<readonly StudentServer[]> {
  const evidence = await subject.probe(OPEN_SERVERS, { module, name, argumentLists });
  const sentOf = (index: number) =>
    `${name}(${(argumentLists[index] ?? []).map(literal).join(', ')})`;
  const ports = integersOf(propertyOf(evidence, 'ports'));
  const failure = propertyOf(evidence, 'failure');
  if (failure.type !== 'null' || ports.length !== argumentLists.length) {
    // A probe that was itself disturbed gives no stage.
    failCreation(failure.type === 'object' ? failure : evidence, name, sentOf(0));
  }
  const first = integersOf(propertyOf(evidence, 'first'))[0] ?? 0;
  const early = integersOf(propertyOf(evidence, 'before')).filter((port) => !ports.includes(port));
  await expectNothingElseListens(subject, early, sentOf(0));
  return ports.map((port, index) => ({
    port,
    sent: sentOf(index),
    connect: () => connectTo(subject, port, sentOf(index)),
    place: first + index,
  }));
}

/** Calls the `close()` of each; connections that are open are the server's own affair. */
export async function closeServers(
  subject: Subject,
  servers: readonly StudentServer[],
): Promise<void> {
  await subject.probe(CLOSE_SERVERS, { places: servers.map(({ place }) => place) });
}

/** Contract of every step: importing a module opens no port. Looked for on the ports that examples use, and on `others`. */
export async function expectNoPortAtImport(
  subject: Subject,
  module: string,
  others: readonly number[] = [],
): Promise<void> {
  const ports = [...USUAL_PORTS, ...others];
  const open = await Promise.all(ports.map((port) => isListening(subject, port)));
  const port = ports.find((_, index) => open[index]);
  if (port === undefined) return;
  fail({
    message: SERVER.portAtImport(module, port),
    sent: SERVER.importOf(module),
    expected: SERVER.noPort,
    actual: SERVER.portOpen(port),
    hint: SERVER.portAtImportHint,
  });
}

async function expectNothingElseListens(
  subject: Subject,
  ports: readonly number[],
  sent: string,
): Promise<void> {
  for (const port of ports) {
    if (port < 1 || port > 65_535 || !(await isListening(subject, port))) continue;
    fail({
      message: SERVER.alreadyListens,
      sent,
      expected: SERVER.notListening,
      actual: SERVER.portOpen(port),
      hint: SERVER.alreadyListensHint,
    });
  }
}

async function isListening(subject: Subject, port: number): Promise<boolean> {
  const conversation = await subject.connect(port).then(
    (stream) => new Conversation(stream),
    (error: unknown) => {
      if (error instanceof SubjectEnded) throw error;
      return null;
    },
  );
  await conversation?.end();
  return conversation !== null;
}

async function connectTo(subject: Subject, port: number, sent: string): Promise<Conversation> {
  try {
    return new Conversation(await subject.connect(port));
  } catch (error) {
    if (error instanceof SubjectEnded) throw error;
    fail({
      message: SERVER.refused(port),
      sent,
      expected: SERVER.accepted,
      actual: SERVER.refusedActual,
      hint: SERVER.refusedHint,
    });
  }
}

function failCreation(failure: Evidence, name: string, sent: string): never {
  const stage = textOf(propertyOf(failure, 'stage'));
  const thrown = propertyOf(failure, 'thrown');
  const value = propertyOf(failure, 'value');
  const refuse = (message: string, actual: string, hint: string): never =>
    fail({
      message,
      sent,
      expected: SERVER.expected,
      actual,
      hint,
      ...(thrown.type === 'error' && {
        location: thrown.location,
        where: where(thrown.location),
      }),
    });
  const what = thrownText(thrown);
  switch (stage) {
    case 'threw':
      return refuse(SERVER.threw(name, what), shown(thrown), SERVER.threwHint);
    case 'unsettled':
      return refuse(SERVER.unsettled(name), SERVER.pending, SERVER.unsettledHint);
    case 'not-a-server':
      return refuseOther(refuse, name, failure);
    case 'same-server':
      return refuse(SERVER.same(name), SERVER.sameActual, SERVER.sameHint);
    case 'listen-threw':
      return thrown.type === 'error' && thrown.code === 'ERR_SERVER_ALREADY_LISTEN'
        ? refuse(SERVER.alreadyListens, shown(thrown), SERVER.alreadyListensHint)
        : refuse(SERVER.listenThrew(what), shown(thrown), SERVER.listenThrewHint);
    case 'never-listens':
      return refuse(SERVER.neverListens, SERVER.noCallback, SERVER.neverListensHint);
    case 'address-threw':
      return refuse(SERVER.addressThrew(what), shown(thrown), SERVER.noPortHint);
    case 'no-port':
      return refuse(SERVER.noPortGiven, shown(value), SERVER.noPortHint);
    default:
      if (failure.type === 'unreadable' && failure.reason === 'unsettled') {
        return refuse(SERVER.unsettled(name), SERVER.pending, SERVER.unsettledHint);
      }
      return refuse(SERVER.unreadable, showEvidence(failure), SERVER.threwHint);
  }
}

function refuseOther(
  refuse: (message: string, actual: string, hint: string) => never,
  name: string,
  failure: Evidence,
): never {
  const value = propertyOf(failure, 'value');
  if (value.type !== 'object') {
    return refuse(SERVER.notAServer(name, kindOf(value)), shown(value), SERVER.notAServerHint);
  }
  const className = textOf(propertyOf(value, 'className'));
  const missing = textsOf(propertyOf(failure, 'missing'));
  return refuse(
    SERVER.lacks(name, className, missing),
    SERVER.lacksActual(className),
    SERVER.notAServerHint,
  );
}

function shown(evidence: Evidence): string {
  return evidence.type === 'error' ? showThrown(evidence) : showEvidence(evidence);
}

function thrownText(evidence: Evidence): string {
  return evidence.type === 'error' ? describeThrown(evidence) : showEvidence(evidence);
}

function textOf(evidence: Evidence): string {
  return evidence.type === 'string' ? evidence.value : '';
}

function textsOf(evidence: Evidence): readonly string[] {
  return evidence.type === 'array' ? evidence.items.map(textOf) : [];
}

/** A lone number, or a list; what is no integer is left out. */
function integersOf(evidence: Evidence): readonly number[] {
  if (evidence.type === 'number') return [evidence.value].filter(Number.isInteger);
  if (evidence.type === 'array') return evidence.items.flatMap(integersOf);
  // A long list of integers 0–255 comes as bytes.
  return evidence.type === 'bytes' ? Array.from(evidence.bytes) : [];
}

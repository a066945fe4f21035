// Makes a student's server listen in its own realm, and says in French why when it does not.
import type { Evidence, SourceLocation } from '../../evidence/evidence.ts';
import { completeDetail } from '../../grading/check-failure.ts';
import { endingVerdict } from '../../grading/ending-verdict.ts';
import { describeThrown } from '../../grading/engine-messages.ts';
import { loadFailure } from '../../grading/load-verdict.ts';
import { kindOf } from '../../grading/show-evidence.ts';
import { SubjectEnded, type Cloneable, type Ending } from '../../grading/subject.ts';
import { liveWords } from '../../i18n/live.ts';
import type { Program } from '../../sandbox/index.ts';

/** How a step's server is made: `module` exports the function `export`, which `options` are given to. */
export type LiveStep = {
  readonly module: string;
  readonly export: string;
  readonly options: Cloneable;
  readonly packages: readonly string[];
};

/** French sentences for the panel, and the line to go to. */
export type LiveFailure = {
  readonly message: string;
  readonly hint: string | null;
  readonly location: SourceLocation | null;
};

export type StartOutcome =
  | { readonly status: 'listening'; readonly port: number }
  | { readonly status: 'failed'; readonly failure: LiveFailure };

/** Real milliseconds that the export, then `listen`, may take. Together less than what a probe may last. */
const PATIENCE = 4_000;

/** A probe. What the export throws is left to be thrown: it is then the probe's own outcome. */
const START = `
const LATE = {};
const late = () => new Promise((resolve) => { setTimeout(resolve, input.patience, LATE); });
const made = modules[input.module][input.name](input.options);
const server = await Promise.race([made, late()]);
if (server === LATE) return { stage: 'unsettled' };
const holds = (name) => typeof server?.[name] === 'function';
if (!['listen', 'address', 'close'].every(holds)) return { stage: 'no-server', value: server };
let failed = () => undefined;
try {
  const listening = new Promise((resolve, reject) => {
    failed = reject;
    if (holds('once')) server.once('error', failed);
    if (server.listening === true) resolve();
    else server.listen(0, resolve);
  });
  if ((await Promise.race([listening, late()])) === LATE) return { stage: 'silent' };
} catch (error) {
  return { stage: 'not-listening', error };
}
if (holds('removeListener')) server.removeListener('error', failed);
return { stage: 'listening', port: server.address()?.port };
`;

/** Loads the program and starts its server. Never rejects. */
export async function startServer(program: Program, step: LiveStep): Promise<StartOutcome> {
  try {
    const outcome = await program.load();
    const definition = { exports: { [step.module]: [step.export] }, checks: [] };
    const failure = loadFailure(outcome, definition);
    if (failure !== null) return { status: 'failed', failure };
    const { module, export: name, options } = step;
    const input = { module, name, options, patience: PATIENCE };
    return readStart(await program.probe(START, input), name);
  } catch (error) {
    if (!(error instanceof SubjectEnded)) throw error;
    return { status: 'failed', failure: endingFailure(error.ending) };
  }
}

/** Why a program that ran is no longer there. */
export function endingFailure(ending: Ending): LiveFailure {
  return endingVerdict(ending).detail;
}

/** Why a program was stopped for what its worker sent. */
export function unsoundFailure(how: 'flood' | 'violation'): LiveFailure {
  if (how === 'flood') return endingFailure({ reason: 'flood' });
  const { brokenNetwork, brokenNetworkHint } = liveWords.failure;
  return completeDetail({ message: brokenNetwork, hint: brokenNetworkHint });
}

/** What the probe saw, in French. `name` is the export's. */
export function readStart(evidence: Evidence, name: string): StartOutcome {
  const words = liveWords.failure;
  if (evidence.type === 'error') {
    return failed(words.threw(name, describeThrown(evidence)), words.threwHint, evidence.location);
  }
  const fields = new Map(evidence.type === 'object' ? evidence.entries : []);
  const stage = fields.get('stage');
  switch (stage?.type === 'string' ? stage.value : 'unsettled') {
    case 'listening': {
      const port = fields.get('port');
      if (port?.type === 'number') return { status: 'listening', port: port.value };
      return failed(words.noPort, words.notListeningHint);
    }
    case 'no-server': {
      const value = fields.get('value') ?? { type: 'undefined' };
      return failed(words.notAServer(name, kindOf(value)), words.notAServerHint);
    }
    case 'not-listening': {
      const error = fields.get('error');
      const what = error?.type === 'error' ? describeThrown(error) : words.unknown;
      return failed(words.listenThrew(what), words.notListeningHint);
    }
    case 'silent':
      return failed(words.notListening, words.notListeningHint);
    default:
      return failed(words.unsettled(name), words.unsettledHint);
  }
}

function failed(message: string, hint: string, location: SourceLocation | null = null) {
  return { status: 'failed', failure: completeDetail({ message, hint, location }) } as const;
}

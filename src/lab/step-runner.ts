// Runs the checks of a step on the student's files: everything it needs is fetched once, ahead of the first press.
import type { ConsoleLine } from '../evidence/evidence.ts';
import type { CreateSubject, Report, StepDefinition, Subject } from '../grading/index.ts';
import type * as engine from './engine.ts';
import type { SolvedStep } from './earlier-work.ts';

/** The virtual Node, with and without the real `ws`: only a few labs need it. */
const RUNTIME = '/sandbox/runtime.js';
const RUNTIME_WITH_WS = '/sandbox/runtime-ws.js';

/** One module of checks for each step, each in a file of its own. */
const CHECKS = import.meta.glob<{ readonly step: StepDefinition }>('../../labs/*/*/checks.ts');

export type Run = { readonly report: Report; readonly console: readonly ConsoleLine[] };

type Tools = {
  readonly definition: StepDefinition;
  readonly sandbox: ReturnType<typeof engine.createSandbox>;
  readonly engine: typeof engine;
  /** The steps before this one, in order, with their solutions. */
  readonly earlier: readonly SolvedStep[];
};

export class StepRunner {
  readonly #step: string;
  readonly #folder: string;
  #tools: Promise<Tools> | null = null;

  /** `step`: `1.3`; `folder`: `labs/01-handshake/03-accept`. */
  constructor(step: string, folder: string) {
    this.#step = step;
    this.#folder = folder;
  }

  /** Fetches the checks and the sandbox and boots the spare worker; runs nothing of the student's. */
  async prepare(): Promise<void> {
    const { sandbox } = await this.#load();
    await sandbox.prepare();
  }

  /** Rejects only when the sandbox cannot start: whatever the student wrote ends in a report. */
  async run(files: Readonly<Record<string, string>>): Promise<Run> {
    const { definition, sandbox, engine, earlier } = await this.#load();
    const completed = await engine.withEarlierWork(files, earlier);
    const subjects: Subject[] = [];
    const createSubject: CreateSubject = async (options) => {
      const subject = await sandbox.createSubject(options);
      subjects.push(subject);
      return subject;
    };
    const report = await engine.gradeStep({
      step: this.#step,
      definition,
      files: completed.files,
      notes: completed.notes,
      createSubject,
      seed: randomSeed(),
    });
    return { report, console: subjects.flatMap((subject) => [...subject.console]) };
  }

  #load(): Promise<Tools> {
    this.#tools ??= this.#fetchTools().catch((error: unknown) => {
      // The next attempt asks the server again.
      this.#tools = null;
      throw error;
    });
    return this.#tools;
  }

  async #fetchTools(): Promise<Tools> {
    const loadChecks = CHECKS[`../../${this.#folder}/checks.ts`];
    if (loadChecks === undefined) throw new Error(`No checks for ${this.#folder}`);
    const [{ step }, engine] = await Promise.all([loadChecks(), import('./engine.ts')]);
    const earlier = await engine.fetchEarlierSteps(this.#step);
    const runtime = () => fetchRuntime(runtimeFor(step));
    const sandbox = engine.createSandbox({ document, runtime });
    return { definition: step, sandbox, engine, earlier };
  }
}

function runtimeFor({ packages = [] }: StepDefinition): string {
  return packages.includes('ws') ? RUNTIME_WITH_WS : RUNTIME;
}

async function fetchRuntime(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** Plain `http` on a LAN has `getRandomValues`, though not `randomUUID`. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] ?? 1;
}

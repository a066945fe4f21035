// What the lab fetches once and keeps while steps come and go: engine, checks, solutions, sandbox. Then the server may die.
import type { RealmKind, StepDefinition } from '../grading/index.ts';
import { Connection } from './connection.ts';
import type * as engine from './engine.ts';
import { FetchedOnce } from './fetched-once.ts';
import { createRunState, type RunStore } from './run-state.ts';
import { fetchSolvedSteps, type SolvedStep } from './solved-steps.ts';

/** The virtual Node, with and without the real `ws`: only a few labs need it. */
const RUNTIME = '/sandbox/runtime.js';
const RUNTIME_WITH_WS = '/sandbox/runtime-ws.js';
/** What runs beside a student's page. */
export const PAGE_RUNTIME = '/sandbox/page/runtime.js';

/** One module of checks for each step, each in a file of its own. */
const CHECKS = import.meta.glob<{ readonly step: StepDefinition }>('../../labs/*/*/checks.ts');

export type LabEngine = typeof engine;
export type Sandbox = ReturnType<LabEngine['createSandbox']>;

/** A script or a file of the site did not come: the server is silent, or the site was rebuilt under the page. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
}

export class LabKit {
  readonly connection = new Connection();
  readonly #engine = new FetchedOnce(() => fetched(import('./engine.ts')));
  readonly #checks = new Map<string, FetchedOnce<StepDefinition>>();
  readonly #sandboxes = new Map<string, Sandbox>();
  #ticks: ReturnType<LabEngine['steadyTicks']> | null = null;
  readonly #runs = new Map<string, RunStore>();
  readonly #pageRuntime = new FetchedOnce(() => fetched(fetchText(PAGE_RUNTIME)));
  readonly #solutions = new FetchedOnce(() => fetched(fetchSolvedSteps()));

  /** Grading and sandbox. Rejects with `NotFetched`, as do the methods below. */
  engine(): Promise<LabEngine> {
    return this.#engine.get();
  }

  /** The checks of a step; `folder`: `labs/01-handshake/03-accept`. */
  checks(folder: string): Promise<StepDefinition> {
    const kept = this.#checks.get(folder) ?? new FetchedOnce(() => fetchChecks(folder));
    this.#checks.set(folder, kept);
    return kept.get();
  }

  /** The steps of this lab and of those before it, in order, with their solutions. */
  solutions(): Promise<readonly SolvedStep[]> {
    return this.#solutions.get();
  }

  /** The text of what runs beside a student's page, for the frames that show one. */
  pageRuntime(): Promise<string> {
    return this.#pageRuntime.get();
  }

  /** The sandbox whose virtual Node has these bare packages, or whose realms are pages; one for all steps that need the same. */
  async sandbox(packages: readonly string[] = [], realm: RealmKind = 'program'): Promise<Sandbox> {
    const { createSandbox, steadyTicks } = await this.engine();
    const address = runtimeOf(packages, realm);
    const kept = this.#sandboxes.get(address);
    if (kept !== undefined) return kept;
    this.#ticks ??= steadyTicks(
      () => new Worker(new URL('../sandbox/tick-worker.ts', import.meta.url), { type: 'module' }),
    );
    const sandbox = createSandbox({
      document,
      holds: realm === 'page' ? 'pages' : 'workers',
      runtime: () => (address === PAGE_RUNTIME ? this.pageRuntime() : fetched(fetchText(address))),
      ticks: this.#ticks,
    });
    this.#sandboxes.set(address, sandbox);
    return sandbox;
  }

  /** The last run of a step (`1.3`), kept for when the student comes back to it. */
  runOf(step: string): RunStore {
    const kept = this.#runs.get(step) ?? createRunState();
    this.#runs.set(step, kept);
    return kept;
  }
}

function runtimeOf(packages: readonly string[], realm: RealmKind): string {
  if (realm === 'page') return PAGE_RUNTIME;
  return packages.includes('ws') ? RUNTIME_WITH_WS : RUNTIME;
}

async function fetchChecks(folder: string): Promise<StepDefinition> {
  const load = CHECKS[`../../${folder}/checks.ts`];
  if (load === undefined) throw new Error(`No checks for ${folder}`);
  const { step } = await fetched(load());
  return step;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

async function fetched<Value>(coming: Promise<Value>): Promise<Value> {
  try {
    return await coming;
  } catch (cause) {
    throw new NotFetched(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

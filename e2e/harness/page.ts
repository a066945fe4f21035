// The page of the sandbox's browser tests: what a lab page will do with a Sandbox, without the lab.
import type { ConsoleLine } from '../../src/evidence/evidence.ts';
import { endingVerdict } from '../../src/grading/ending-verdict.ts';
import { SUBJECT_CONTRACT } from '../../src/grading/subject-contract.ts';
import {
  SubjectEnded,
  type Ending,
  type LoadOutcome,
  type RealmKind,
  type SubjectOptions,
} from '../../src/grading/subject.ts';
import { createMux, messagePortCarrier } from '../../src/mux/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { mountPage } from '../../src/sandbox/mount-page.ts';
import { SandboxFrame } from '../../src/sandbox/sandbox-frame.ts';

/** What loading a student's files gave. `load` is `null` when the realm ended meanwhile. */
export type Attempt = {
  readonly load: LoadOutcome | null;
  readonly ending: Ending | null;
  readonly console: readonly ConsoleLine[];
};

/** What tests find on `window`. */
export type Harness = {
  /** Over the guest, as the site has it. */
  readonly sandbox: Sandbox;
  /** The same for steps whose code is a page. */
  readonly pages: Sandbox;
  readonly createSandbox: typeof createSandbox;
  /** Shows a page; by default in the body, over the pages’ guest. */
  mount(page: MountOptions): ReturnType<typeof mountPage>;
  /** Loads `modules` (default: the first file) in a fresh realm, of `options.realm`, then disposes of it. */
  attempt(options: AttemptOptions): Promise<Attempt>;
  /** Opens `pageUrl` as a sandbox frame and runs `runtime` as a realm's script there; gives its first message. */
  runInRealm(pageUrl: string, runtime: string, holds?: 'workers' | 'pages'): Promise<unknown>;
  /** Opens `pageUrl` as a sandbox frame and leaves it there. */
  openFrame(pageUrl: string): Promise<void>;
  /** Opens a stream to `port` over a program's network port, says `text`, and gives all that comes back. */
  askOverPort(network: MessagePort, port: number, text: string): Promise<string>;
  /** Runs one case of the contract of every Subject; rejects with what was expected. */
  keepContract(title: string, realm?: RealmKind): Promise<void>;
  /** What a student is told of it, in French. */
  sentenceOf(ending: Ending): string;
  /** The longest gap between two beats of the page's main thread since `watch()`, in milliseconds. */
  watch(): () => number;
};

type PageToMount = Parameters<typeof mountPage>[0];
export type MountOptions = Pick<PageToMount, 'files' | 'module'> & Partial<PageToMount>;

export type AttemptOptions = Pick<SubjectOptions, 'files'> & Partial<SubjectOptions>;

declare global {
  interface Window {
    harness: Harness;
  }
}

const BEAT_MILLISECONDS = 10;

const sandbox = createSandbox({
  document,
  runtime: async () => (await fetch('/guest.js')).text(),
});

const pageRuntime = async () => (await fetch('/sandbox/page/runtime.js')).text();
const pages = createSandbox({ document, holds: 'pages', runtime: pageRuntime });

const sandboxOf = (realm: RealmKind = 'program') => (realm === 'page' ? pages : sandbox);

window.harness = {
  sandbox,
  pages,
  createSandbox,
  mount: async (page) =>
    mountPage({
      container: document.body,
      title: 'La page',
      runtime: page.runtime ?? (await pageRuntime()),
      connect: () => Promise.reject(new Error('nobody listens')),
      ...page,
    }),
  attempt: async (options) => {
    const modules = Object.keys(options.files).slice(0, 1);
    const { createSubject } = sandboxOf(options.realm);
    await using subject = await createSubject({ modules, seed: 1, ...options });
    try {
      const load = await subject.load();
      return { load, ending: null, console: subject.console };
    } catch (error) {
      if (!(error instanceof SubjectEnded)) throw error;
      return { load: null, ending: error.ending, console: subject.console };
    }
  },
  runInRealm: async (pageUrl, runtime, holds = 'workers') => {
    const frame = await SandboxFrame.open({
      document,
      pageUrl,
      runtime,
      patience: 10_000,
      holdsPages: holds === 'pages',
    });
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve, reject) => {
      port1.onmessage = ({ data }: MessageEvent<unknown>) => {
        resolve(data);
      };
      frame.spawn([port2], (message) => {
        reject(new Error(message));
      });
    });
    try {
      return await answer;
    } finally {
      frame.close();
    }
  },
  openFrame: async (pageUrl) => {
    await SandboxFrame.open({ document, pageUrl, runtime: '', patience: 10_000 });
  },
  askOverPort: async (network, port, text) => {
    const mux = createMux(messagePortCarrier(network), { side: 'opener' });
    const { readable, writable } = await mux.connect({ port });
    await writable.getWriter().write(new TextEncoder().encode(text));
    const chunks: string[] = [];
    const decoder = new TextDecoder();
    for await (const chunk of readable) chunks.push(decoder.decode(chunk, { stream: true }));
    mux.close();
    return chunks.join('');
  },
  keepContract: async (title, realm) => {
    const found = SUBJECT_CONTRACT.find((entry) => entry.title === title);
    if (found === undefined) throw new Error(`No case « ${title} »`);
    await found.run(sandboxOf(realm).createSubject);
  },
  sentenceOf: (ending) => endingVerdict(ending).detail.message,
  watch: () => {
    let longest = 0;
    let last = performance.now();
    const beat = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    };
    const timer = setInterval(beat, BEAT_MILLISECONDS);
    return () => {
      beat();
      clearInterval(timer);
      return Math.round(longest);
    };
  },
};

// Played by the page alone, for a browser that no test tool watches.
type Scenario = AttemptOptions & { readonly nextRuns: number };
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  '#memory-bomb': {
    files: { 'a.js': 'const all = []; for (;;) all.push(new Array(100_000).fill(all.length));' },
    deadline: 10_000,
    nextRuns: 1,
  },
  '#rejection-flood': {
    files: { 'a.js': 'for (let i = 0; ; i += 1) Promise.reject(new Error(String(i)));' },
    deadline: 600,
    // On a busy machine Firefox takes seconds to bury such a worker, and the run after it may meet its deadline.
    nextRuns: 3,
  },
};
const scenario = SCENARIOS[location.hash];
if (scenario !== undefined) {
  const fallen = await window.harness.attempt(scenario);
  let next = 'ended';
  for (let runs = 0; runs < scenario.nextRuns && next === 'ended'; runs += 1) {
    const { load } = await window.harness.attempt({ files: { 'b.js': 'export const b = 1;' } });
    next = load?.status ?? 'ended';
  }
  const report = `${fallen.ending?.reason ?? 'survived'}, then ${next}`;
  await fetch(`/report?${encodeURIComponent(report)}`);
}

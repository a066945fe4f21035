// Shows a student's page, live: their index.html and scripts in a frame, their `WebSocket` on a stream of ours.
import type { ConsoleLine } from '../evidence/evidence.ts';
import type { Ending, LoadOutcome } from '../grading/subject.ts';
import type { ByteStream } from '../mux/index.ts';
import { Program } from './program.ts';
import { pageShown, SandboxFrame } from './sandbox-frame.ts';
import { TerminationThrottle } from './termination-throttle.ts';
import { WorkerRealm } from './worker-realm.ts';

/** Address of the opaque page that holds students' pages. */
export const PAGES_URL = '/sandbox/page/';

/** The port of `http://localhost:8080/`, where the page believes to be: `new WebSocket('/chat')` goes there. */
const PAGE_PORT = 8080;

const PATIENCE = 10_000;

export type FrameToOpen = {
  /** Gets one `<iframe>`, which takes the size that the container's style gives it. */
  readonly container: Element;
  /** Name of the frame, for those who cannot see it: « La page d’Alice ». */
  readonly title: string;
  /** The text of `/sandbox/page/runtime.js`. */
  readonly runtime: string;
  /** Address of the opaque page, for a host that gives the frame a site, hence a thread, of its own (decision 0009). Default `PAGES_URL`. */
  readonly pageUrl?: string;
  /** Real milliseconds given to the frame, then to each page's realm, to start. Default 10,000. */
  readonly patience?: number;
};

export type PageContent = {
  /** Every file; the page is the `index.html` beside `module`. */
  readonly files: Readonly<Record<string, string>>;
  /** `chat/page/demarrage.js`, which opens the socket. */
  readonly module: string;
  /** Called for each `WebSocket` that the page opens; a rejection fails it. */
  readonly connect: () => ByteStream | Promise<ByteStream>;
  readonly onConsole?: (lines: readonly ConsoleLine[]) => void;
};

export type PageToMount = FrameToOpen & PageContent;

/** An empty frame: opened while the server answers, it takes one page after another without it. */
export type PageFrame = {
  /** True once it is gone, whoever closed it: nothing can be mounted in it any more. */
  readonly isLost: boolean;
  /** Shows a page, in place of nothing: the one before must be disposed of, which leaves the frame. */
  mount(page: PageContent): Promise<MountedPage>;
  /** Removes the frame, and the page with it. Idempotent. */
  close(): void;
};

export type MountedPage = {
  /** What loading the module gave; `null` when the page ended meanwhile. */
  readonly loaded: Promise<LoadOutcome | null>;
  /** Resolves once, when the page is gone, whatever the reason: `crashed`, `deadline`, `disposed`… */
  readonly ended: Promise<Ending>;
  /** Removes the page and its frame. Idempotent. */
  dispose(): Promise<void>;
};

/**
 * Time is real there, loops are watched, and nothing leaves but by `connect`. Rejects when the frame does not come,
 * or the runtime does not start.
 *
 * @public a visitor's page holds one page for good
 */
export async function mountPage(options: PageToMount): Promise<MountedPage> {
  const frame = await openPageFrame(options);
  const page = await frame.mount(options);
  return {
    ...page,
    dispose: async () => {
      await page.dispose();
      frame.close();
    },
  };
}

/** Rejects when the frame does not come. */
export async function openPageFrame({
  container,
  title,
  runtime,
  pageUrl = PAGES_URL,
  patience = PATIENCE,
}: FrameToOpen): Promise<PageFrame> {
  const frame = await SandboxFrame.open({
    document: container.ownerDocument,
    pageUrl,
    runtime,
    patience,
    holdsPages: true,
    shown: { container, title },
  });
  return {
    get isLost() {
      return frame.isLost;
    },
    mount: (page) => mountIn(frame, page, patience),
    close: () => {
      frame.close();
    },
  };
}

async function mountIn(
  frame: SandboxFrame,
  { files, module, connect, onConsole }: PageContent,
  patience: number,
): Promise<MountedPage> {
  const realm = new WorkerRealm(frame, new TerminationThrottle());
  await started(realm, frame, patience);
  const program = new Program(realm, {
    files,
    modules: [module],
    ...(onConsole && { onConsole }),
  });
  // Never rejects, whatever ends it.
  void program.ended.then(pageShown());
  void join(program.accept(PAGE_PORT), connect);
  const loaded = program.load().catch(() => null);
  return { loaded, ended: program.ended, dispose: () => program.dispose() };
}

/** A runtime that does not run says nothing at all: the frame goes with it. */
async function started(realm: WorkerRealm, frame: SandboxFrame, patience: number): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error('The page’s realm did not start in time'));
  }, patience);
  try {
    await Promise.race([realm.ready, late.promise]);
  } catch (error) {
    frame.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function join(
  streams: AsyncIterable<ByteStream>,
  connect: PageToMount['connect'],
): Promise<void> {
  for await (const stream of streams) void joinOne(stream, connect);
}

async function joinOne(stream: ByteStream, connect: PageToMount['connect']): Promise<void> {
  let other: ByteStream;
  try {
    other = await connect();
  } catch {
    await stream.writable.abort().catch(() => undefined);
    return;
  }
  // Each direction ends, or breaks, by itself.
  await Promise.allSettled([
    stream.readable.pipeTo(other.writable),
    other.readable.pipeTo(stream.writable),
  ]);
}

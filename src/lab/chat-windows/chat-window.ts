// One of the chat's windows: the student's page, live, on a connection of its own that can be cut and come back.
import { atom, type ReadableAtom } from 'nanostores';
import type { ConsoleLine } from '../../evidence/evidence.ts';
import type { Ending, LoadOutcome } from '../../grading/subject.ts';
import { chatWords } from '../../i18n/chat-windows.ts';
import type { ByteStream } from '../../mux/index.ts';
import { openPageFrame, type MountedPage, type PageFrame } from '../../sandbox/mount-page.ts';
import type { WireEvent } from '../inspector/wire-event.ts';
import { WireTap } from '../live/wire-tap.ts';
import { describeEnding, describeFailedLoad } from '../trial-problem.ts';
import type { TrialProblem } from '../trial-outcome.ts';
import type { ChatServer } from './chat-server.ts';
import { ServerVoice, type Goodbye } from './server-voice.ts';
import { watchConnection } from './watched-connection.ts';

/**
 * ```text
 *   empty ──open()──► loading ──► alone ──new WebSocket──► joining ──101──► open ──► closed
 *                        │                                    └──refused        └─► (reloaded: loading)
 *                        └──► broken: the page's code did not load, threw, or never gave the thread back
 * ```
 */
export type WindowState =
  | { readonly status: 'empty' | 'loading' | 'joining' | 'open' }
  /** The page is there and has opened no connection. */
  | { readonly status: 'alone' }
  /** The status of the refusal; `nobody` listens; `silence`: cut before any answer. */
  | { readonly status: 'refused'; readonly answer: number | 'nobody' | 'silence' }
  | { readonly status: 'closed'; readonly goodbye: Goodbye | null; readonly wasCut: boolean }
  | { readonly status: 'broken'; readonly problem: TrialProblem };

export type ChatWindowOptions = {
  /** « Alice ». */
  readonly name: string;
  /** Names its frame. */
  readonly title: string;
  /** Gets the frame. */
  readonly container: HTMLElement;
  /** `server`: whose connections they are; it may be gone by the time they are told. */
  readonly onBytes: (events: readonly WireEvent[], server: ChatServer) => void;
  readonly onConsole: (lines: readonly ConsoleLine[]) => void;
  /** Names a connection for the inspector: its first one is 1. */
  readonly labelOf: (visit: number) => string;
};

export type WindowPage = {
  readonly files: Readonly<Record<string, string>>;
  readonly module: string;
  readonly server: ChatServer;
};

export class ChatWindow {
  readonly name: string;
  readonly #options: ChatWindowOptions;
  readonly #state = atom<WindowState>({ status: 'empty' });
  readonly #messages = atom(0);
  /** One for each run: what the one before still says, and what it has used of the caps, is its own. */
  readonly #taps = new WeakMap<ChatServer, WireTap>();
  readonly #started = performance.now();
  #frame: Promise<PageFrame> | null = null;
  #page: MountedPage | null = null;
  /** Grows with each page: what an older one still says is not heard. */
  #visit = 0;
  #connections = 0;
  #cut: () => void = () => undefined;
  #wasCut = false;
  #isDisposed = false;

  constructor(options: ChatWindowOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get state(): ReadableAtom<WindowState> {
    return this.#state;
  }

  /** Messages that its page has received since it was opened. */
  get messages(): ReadableAtom<number> {
    return this.#messages;
  }

  /** Opens the frame while the server answers. Rejects when it does not come; the next call tries again. */
  async prepare(runtime: string): Promise<PageFrame> {
    const { container, title } = this.#options;
    this.#frame ??= openPageFrame({ container, title, runtime });
    try {
      const frame = await this.#frame;
      if (!frame.isLost || this.#isDisposed) return frame;
    } catch (error) {
      this.#frame = null;
      throw error;
    }
    this.#frame = null;
    return this.prepare(runtime);
  }

  /** Shows the page, in place of the one before. Never rejects: a frame that does not come is said in its place. */
  async open(page: WindowPage, runtime: string): Promise<void> {
    const closing = this.close();
    const visit = this.#visit;
    await closing;
    // Closed, or asked for another page, while the one before was leaving.
    if (visit !== this.#visit) return;
    this.#messages.set(0);
    this.#state.set({ status: 'loading' });
    try {
      await this.#mount(page, await this.prepare(runtime), visit);
    } catch {
      if (visit !== this.#visit) return;
      const problem = { sentence: chatWords.window.noFrame, location: null };
      this.#state.set({ status: 'broken', problem });
    }
  }

  /** Pulls its cable out; the page goes on, without its connection. */
  cut(): void {
    this.#wasCut = true;
    this.#cut();
  }

  /** The page goes, its empty frame stays. Idempotent. */
  async close(): Promise<void> {
    this.#visit += 1;
    const page = this.#page;
    this.#page = null;
    this.#state.set({ status: 'empty' });
    await page?.dispose();
  }

  /** Nothing of it is left. Idempotent. */
  dispose(): void {
    this.#isDisposed = true;
    void this.close();
    const frame = this.#frame;
    this.#frame = null;
    void frame?.then((opened) => {
      opened.close();
    }, nothing);
  }

  async #mount(
    { files, module, server }: WindowPage,
    frame: PageFrame,
    visit: number,
  ): Promise<void> {
    if (visit !== this.#visit) return;
    const page = await frame.mount({
      files,
      module,
      connect: () => this.#connect(server, visit),
      onConsole: (lines) => {
        if (visit === this.#visit) this.#options.onConsole(lines);
      },
    });
    if (visit !== this.#visit) {
      await page.dispose();
      return;
    }
    this.#page = page;
    void page.ended.then((ending) => {
      this.#ended(ending, visit);
    });
    this.#loaded(await page.loaded, visit);
  }

  async #connect(server: ChatServer, visit: number): Promise<ByteStream> {
    const isOurs = (): boolean => visit === this.#visit;
    if (isOurs()) this.#state.set({ status: 'joining' });
    this.#wasCut = false;
    let stream: ByteStream;
    try {
      stream = await server.connect();
    } catch (error) {
      if (isOurs()) this.#state.set({ status: 'refused', answer: 'nobody' });
      throw error;
    }
    this.#connections += 1;
    const voice = new ServerVoice();
    const watched = watchConnection(stream, {
      tap: this.#tapOf(server).open(this.#connections, this.#options.labelOf(this.#connections)),
      heard: (bytes) => {
        voice.push(bytes);
        if (isOurs()) this.#heard(voice);
      },
      over: () => {
        if (isOurs()) this.#over(voice);
      },
    });
    this.#cut = watched.cut;
    return watched.stream;
  }

  #tapOf(server: ChatServer): WireTap {
    const kept = this.#taps.get(server);
    if (kept !== undefined) return kept;
    const tap: WireTap = new WireTap({
      now: () => performance.now() - this.#started,
      wait: (milliseconds, callback) => {
        setTimeout(callback, milliseconds);
      },
      deliver: (events) => {
        this.#options.onBytes(events, server);
        tap.acknowledge();
      },
    });
    this.#taps.set(server, tap);
    return tap;
  }

  #heard({ status, messages, goodbye }: ServerVoice): void {
    const now = this.#state.get().status;
    this.#messages.set(messages);
    if (status === 101 && now === 'joining') this.#state.set({ status: 'open' });
    if (goodbye !== null && now !== 'broken') {
      this.#state.set({ status: 'closed', goodbye, wasCut: false });
    }
  }

  #over({ status, goodbye }: ServerVoice): void {
    if (this.#state.get().status === 'broken') return;
    if (status === 101) this.#state.set({ status: 'closed', goodbye, wasCut: this.#wasCut });
    else this.#state.set({ status: 'refused', answer: status ?? 'silence' });
  }

  #loaded(outcome: LoadOutcome | null, visit: number): void {
    if (visit !== this.#visit || outcome === null) return;
    if (outcome.status !== 'loaded') {
      this.#state.set({ status: 'broken', problem: describeFailedLoad(outcome) });
    } else if (this.#state.get().status === 'loading') this.#state.set({ status: 'alone' });
  }

  #ended(ending: Ending, visit: number): void {
    if (visit !== this.#visit || ending.reason === 'disposed') return;
    this.#cut();
    this.#state.set({ status: 'broken', problem: describeEnding(ending) });
  }
}

function nothing(): void {
  // A frame that did not come has nothing to close.
}

// « Essayer le chat »: runs the student's chat for as long as its dialog is open, and shows how it fares.
import { chatWords as words, PEOPLE } from '../../i18n/chat-windows.ts';
import { CHAT_PACKAGES, chatProgram } from '../chat-program/chat-program.ts';
import { withPseudo } from '../chat-program/page-pseudo.ts';
import { element } from '../element.ts';
import type { LabContext } from '../lab-context.ts';
import { NotFetched } from '../lab-kit.ts';
import type { LiveFailure } from '../live/start-server.ts';
import { placeLink, placeName } from '../verdict-view.ts';
import { withEntry } from './chat-entry.ts';
import { ChatServer, type ServerState, type StopOutcome } from './chat-server.ts';
import { ChatWindow, type WindowPage } from './chat-window.ts';
import type { Place } from './problem-view.ts';
import { StageView } from './stage-view.ts';

/** Real milliseconds that a page may take to load before the next one opens: longer than its code may hold the thread. */
const HEAD_START = 1_500;

/** closed ──open()──► running ⇄ restart() ──the dialog closes──► closed, nothing left but empty frames ──dispose()──► gone */
export class ChatStage {
  readonly #lab: LabContext;
  readonly #dialog: HTMLDialogElement;
  readonly #view: StageView;
  readonly #windows: readonly ChatWindow[];
  #server: ChatServer | null = null;
  /** What a window that comes back is given. */
  #pages: readonly WindowPage[] = [];
  /** Grows with each run: what an older one still says is not heard. */
  #run = 0;

  constructor(lab: LabContext, dialog: HTMLDialogElement) {
    this.#lab = lab;
    this.#dialog = dialog;
    const gestures = {
      stop: () => void this.#server?.stop(),
      restart: () => void this.#start(),
      close: () => {
        dialog.close();
      },
    };
    this.#view = new StageView(dialog, gestures, this.#placeOf);
    this.#windows = PEOPLE.map((person, index) => this.#window(person, index));
    for (const [index, view] of this.#view.windows.entries()) {
      view.follow(this.#windowAt(index), () => void this.#reload(index));
    }
    dialog.addEventListener('close', () => {
      this.#stop();
    });
    this.#view.follow(lab.left);
  }

  /** Fetches what it needs and opens the frames: from here on it does without the site's server. */
  async prepare(): Promise<void> {
    const { kit } = this.#lab;
    const [runtime, sandbox] = await Promise.all([
      kit.pageRuntime(),
      kit.sandbox(CHAT_PACKAGES),
      kit.solutions(),
    ]);
    await Promise.all([
      sandbox.prepare(),
      ...this.#windows.map((window) => window.prepare(runtime)),
    ]);
    this.#dialog.dataset.ready = '';
  }

  open(): void {
    this.#view.show();
    void this.#start();
  }

  /** The step leaves the screen: nothing is left. */
  dispose(): void {
    this.#stop();
    this.#dialog.close();
    for (const window of this.#windows) window.dispose();
  }

  async #start(): Promise<void> {
    this.#stop();
    const run = ++this.#run;
    this.#view.clear();
    this.#view.say(words.server.starting, 'starting', false);
    try {
      await this.#serve(run);
    } catch (error) {
      if (run !== this.#run) return;
      const isMissing = error instanceof NotFetched;
      this.#view.say(isMissing ? words.notFetched : words.notStarted, 'failed', false);
    }
  }

  async #serve(run: number): Promise<void> {
    const { kit } = this.#lab;
    const [program, sandbox] = await Promise.all([
      chatProgram(this.#lab),
      kit.sandbox(CHAT_PACKAGES),
    ]);
    if (run !== this.#run) return;
    this.#view.showOrigin(program.all);
    const server = new ChatServer({
      ...withEntry(program.files, program.step),
      sandbox,
      packages: CHAT_PACKAGES,
      onConsole: (lines) => {
        if (run === this.#run) this.#view.console.print(lines, null);
      },
    });
    this.#server = server;
    const { module } = program.page;
    this.#pages = PEOPLE.map(({ name }) => ({
      module,
      server,
      files: withPseudo(program.page.files, module, name),
    }));
    server.state.subscribe((state) => {
      if (run === this.#run) this.#show(state);
    });
    await server.start();
    if (run !== this.#run || server.state.get().status !== 'listening') return;
    // One after the other: a page that holds the thread holds up no other's first second.
    for (const index of PEOPLE.keys()) {
      if (run !== this.#run) return;
      const late = new Promise((resolve) => setTimeout(resolve, HEAD_START));
      await Promise.race([this.#reload(index), late]);
    }
  }

  async #reload(index: number): Promise<void> {
    const page = this.#pages[index];
    if (page === undefined) return;
    const runtime = await this.#lab.kit.pageRuntime();
    // It may have been closed, or have started again, meanwhile.
    if (this.#pages[index] === page) await this.#windowAt(index).open(page, runtime);
  }

  /** Nothing of the student's runs any more. Idempotent. */
  #stop(): void {
    this.#run += 1;
    this.#pages = [];
    this.#server?.dispose();
    this.#server = null;
    for (const window of this.#windows) void window.close();
  }

  #show(state: ServerState): void {
    switch (state.status) {
      case 'listening':
        this.#sayListening();
        return;
      case 'starting':
      case 'stopping':
        this.#view.say(words.server[state.status], state.status, false);
        return;
      case 'failed':
        this.#view.say(words.server.failed, 'failed', false);
        this.#complain(state.failure);
        return;
      case 'stopped':
        this.#showStop(state.outcome);
    }
  }

  #sayListening(): void {
    const isBroken = this.#windows.some((window) => window.state.get().status === 'broken');
    this.#view.say(isBroken ? words.server.broken : words.server.listening, 'listening', true);
  }

  #showStop(outcome: StopOutcome): void {
    switch (outcome.status) {
      case 'kept':
        this.#view.say(words.stop.kept(outcome.milliseconds), 'stopped', false);
        return;
      case 'late':
        this.#view.say(words.stop.late, 'failed', false);
        return;
      case 'threw':
        this.#view.say(words.stop.failed, 'failed', false);
        this.#complain(outcome.failure);
    }
  }

  #complain({ message, location }: LiveFailure): void {
    this.#view.console.say({ sentence: message, location });
    this.#view.showConsole();
  }

  #window(person: (typeof PEOPLE)[number], index: number): ChatWindow {
    const view = this.#view.windows[index];
    const inspector = this.#view.inspectors[index];
    if (view === undefined || inspector === undefined) throw new Error('One view for each person');
    const window = new ChatWindow({
      name: person.name,
      title: words.page(person),
      container: view.frame,
      onBytes: (events, server) => {
        // Stopped, a run still tells of its connections' end, by then under those of the next one.
        if (server === this.#server) inspector.push(events);
      },
      onConsole: (lines) => {
        this.#view.console.print(lines, person.name);
      },
      labelOf: (visit) => words.connection(person, visit),
    });
    window.messages.listen((messages) => {
      this.#view.received(index, messages);
    });
    window.state.listen(() => {
      if (this.#server?.state.get().status === 'listening') this.#sayListening();
    });
    return window;
  }

  #windowAt(index: number): ChatWindow {
    const window = this.#windows[index];
    if (window === undefined) throw new Error('One window for each person');
    return window;
  }

  /** A file that the page can open is left for: the chat closes. */
  readonly #placeOf: Place = (location) => {
    const { code } = this.#lab;
    if (!code.holds(location.file))
      return element('span', { class: 'chat-place' }, placeName(location));
    return placeLink(location, () => {
      this.#dialog.close();
      void code.goTo(location);
    });
  };
}

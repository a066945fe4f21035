// The opaque frame as the page holds it: opened once, spoken to over one port, distrusted if it ever loads again.
import { ownTicks, type Ticks } from '../grading/ticks.ts';
import {
  FRAME_PING,
  FRAME_PONG,
  FRAME_READY,
  type FrameBoot,
  type FrameCommand,
  type FrameReport,
  type SyntaxFault,
} from './frame/frame-messages.ts';

export type FrameOptions = {
  readonly document: Document;
  /** Address of the sandbox page, on the page's own host. */
  readonly pageUrl: string;
  /** The text of the worker's runtime: the frame may fetch nothing. */
  readonly runtime: string;
  /** Real milliseconds given to the frame to load. */
  readonly patience: number;
  /** Realms are pages, on the frame's own thread: one that never ends takes the frame with it. Default false. */
  readonly holdsPages?: boolean;
  /** Shows the frame there, under a name for those who cannot see it; hidden otherwise. */
  readonly shown?: { readonly container: Element; readonly title: string };
  /** What the frame's silence is counted by. Default: the page's own timers. */
  readonly ticks?: Ticks;
};

/** The frame's page did not come, or came without its script. */
class FrameUnavailable extends Error {
  override readonly name = 'FrameUnavailable';
}

type Worker = { readonly failed: (message: string) => void; readonly terminated: () => void };

/** Together less than a subject's usual deadline: a dead process is told from an endless loop. */
const TICK_MILLISECONDS = 300;
const DEAD_AFTER_TICKS = 5;

/** As many, while students' pages are shown: they may share the frame's process, and each may hold its thread for a second. */
const DEAD_AMONG_PAGES = 4 * DEAD_AFTER_TICKS;

let shownPages = 0;

/** A student's page is shown, in whatever frame, until the function returned is called, once. */
export function pageShown(): () => void {
  shownPages += 1;
  return () => {
    shownPages -= 1;
  };
}

/** Real milliseconds in which a living frame obeys, when one of its pages must be stopped. */
const BURIAL = 1_500;

//   opening ──FRAME_READY──► open ──second load, close()──► lost
//      └──no answer in time──► lost (the promise of `open` rejects)
export class SandboxFrame {
  readonly #element: HTMLIFrameElement;
  /** What silences in this frame are counted by. */
  readonly every: Ticks;
  readonly #port: MessagePort;
  readonly #holdsPages: boolean;
  readonly #workers = new Map<number, Worker>();
  readonly #requests = new Map<number, (report: FrameReport | null) => void>();
  readonly #lossListeners = new Set<() => void>();
  #lastNumber = 0;
  #isLost = false;

  /** Adds the frame to the document. Rejects with an error named `FrameUnavailable`. */
  static async open(options: FrameOptions): Promise<SandboxFrame> {
    const element = createElement(options);
    const { port1, port2 } = new MessageChannel();
    const frame = new SandboxFrame(element, port1, options);
    const ready = firstWord(element, options);
    (options.shown?.container ?? options.document.body).append(element);
    try {
      const target = await ready;
      const boot: FrameBoot = { type: 'trame:frame-boot', runtime: options.runtime };
      // The origin is opaque, so no target origin can name it; `firstWord` has bound the window to its first load.
      target.postMessage(boot, '*', [port2]);
      return frame;
    } catch (error) {
      frame.close();
      throw error;
    }
  }

  private constructor(
    element: HTMLIFrameElement,
    port: MessagePort,
    { holdsPages = false, ticks = ownTicks }: FrameOptions,
  ) {
    this.#element = element;
    this.#holdsPages = holdsPages;
    this.every = ticks;
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<FrameReport>) => {
      this.#receive(data);
    };
    // Whatever loads second in the frame is not the page that was given the port.
    let loads = 0;
    element.addEventListener('load', () => {
      loads += 1;
      if (loads > 1) this.close();
    });
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /**
   * Tells, once, that the frame is gone, whoever closed it; every worker is gone with it. The function returned stops
   * listening. No promise: one that lives as long as the frame would keep each realm that ever waited for it.
   */
  onLost(listener: () => void): () => void {
    if (this.#isLost) listener();
    else this.#lossListeners.add(listener);
    return () => {
      this.#lossListeners.delete(listener);
    };
  }

  /** Starts a worker and hands it the ports; gives what stops it. `failed` tells that it could not start. */
  spawn(
    ports: readonly MessagePort[],
    failed: (message: string) => void,
  ): { readonly terminate: () => Promise<void> } {
    const worker = ++this.#lastNumber;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const terminated = (): void => {
      resolve(undefined);
    };
    if (this.#isLost) terminated();
    else this.#workers.set(worker, { failed, terminated });
    this.#post({ type: 'spawn', worker }, [...ports]);
    return {
      terminate: () => {
        this.#post({ type: 'terminate', worker });
        if (this.#holdsPages) void this.#closeIfDead();
        return promise;
      },
    };
  }

  /** The first syntax error of a module, or `null`. Nothing of it runs. */
  async locateSyntax(source: string): Promise<SyntaxFault | null> {
    const report = await this.#request((request) => ({ type: 'locate-syntax', request, source }));
    return report?.type === 'syntax-located' ? report.fault : null;
  }

  /**
   * Until the function returned is called, closes the frame if its process dies. No event tells: pings do, counted in
   * ticks so that a busy page does not condemn it. They go from window to window: in Firefox ports fall silent for a
   * second or two while a killed worker is buried.
   */
  watch(): () => void {
    // A page that computes keeps the whole frame silent: that is the deadline's affair.
    if (this.#holdsPages) return () => undefined;
    const page = this.#element.ownerDocument.defaultView;
    let silentTicks = 0;
    let isWaiting = false;
    const hear = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== this.#element.contentWindow || data !== FRAME_PONG) return;
      isWaiting = false;
      silentTicks = 0;
    };
    const tick = (): void => {
      if (isWaiting) silentTicks += 1;
      else this.#element.contentWindow?.postMessage(FRAME_PING, '*');
      isWaiting = true;
      const patience = shownPages > 0 ? DEAD_AMONG_PAGES : DEAD_AFTER_TICKS;
      if (silentTicks >= patience) this.close();
    };
    page?.addEventListener('message', hear);
    const stopTicks = this.every(TICK_MILLISECONDS, tick);
    const stop = (): void => {
      stopTicks();
      page?.removeEventListener('message', hear);
    };
    const forget = this.onLost(stop);
    return () => {
      forget();
      stop();
    };
  }

  /** False when the frame does not answer in `milliseconds`: its process has died, since nothing of a student's blocks it. */
  async isAlive(milliseconds: number): Promise<boolean> {
    const late = new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null));
    const answer = this.#request((request) => ({ type: 'ping', request }));
    return (await Promise.race([answer, late])) !== null;
  }

  async #closeIfDead(): Promise<void> {
    if (!(await this.isAlive(BURIAL))) this.close();
  }

  close(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#port.close();
    this.#element.remove();
    for (const { terminated } of this.#workers.values()) terminated();
    for (const resolve of this.#requests.values()) resolve(null);
    for (const listener of [...this.#lossListeners]) listener();
  }

  #post(command: FrameCommand, transfer: Transferable[] = []): void {
    if (!this.#isLost) this.#port.postMessage(command, transfer);
  }

  /** `null` when the frame was lost before it answered. */
  async #request(command: (request: number) => FrameCommand): Promise<FrameReport | null> {
    if (this.#isLost) return null;
    const request = ++this.#lastNumber;
    const { promise, resolve } = Promise.withResolvers<FrameReport | null>();
    this.#requests.set(request, resolve);
    this.#post(command(request));
    const report = await promise;
    this.#requests.delete(request);
    return report;
  }

  #receive(report: FrameReport): void {
    switch (report.type) {
      case 'terminated':
        this.#workers.get(report.worker)?.terminated();
        this.#workers.delete(report.worker);
        break;
      case 'worker-failed':
        this.#workers.get(report.worker)?.failed(report.message);
        break;
      case 'syntax-located':
      case 'pong':
        this.#requests.get(report.request)?.(report);
        break;
    }
  }
}

function createElement({
  document,
  pageUrl,
  holdsPages = false,
  shown,
}: FrameOptions): HTMLIFrameElement {
  const element = document.createElement('iframe');
  // Also said by the response header; a host that cannot send headers has only this.
  element.setAttribute('sandbox', holdsPages ? 'allow-scripts allow-forms' : 'allow-scripts');
  if (shown === undefined) {
    element.setAttribute('aria-hidden', 'true');
    element.tabIndex = -1;
    element.hidden = true;
  } else element.title = shown.title;
  element.src = pageUrl;
  return element;
}

/** Resolves with the frame's window once its script has said that it is there. */
function firstWord(
  element: HTMLIFrameElement,
  { document, pageUrl, patience }: FrameOptions,
): Promise<Window> {
  const page = document.defaultView;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      page?.removeEventListener('message', onMessage);
    };
    const timer = setTimeout(() => {
      settle();
      reject(new FrameUnavailable(`${pageUrl} did not load in ${patience} ms`));
    }, patience);
    const onMessage = ({ source, data }: MessageEvent<unknown>): void => {
      if (source === null || source !== element.contentWindow || data !== FRAME_READY) return;
      settle();
      resolve(element.contentWindow);
    };
    page?.addEventListener('message', onMessage);
  });
}

// One time online, on the panel: what it says in each state, and what its buttons do.
import type { ConsoleLine } from '../../evidence/evidence.ts';
import { liveWords } from '../../i18n/live.ts';
import { consoleItems, showLines } from '../console-view.ts';
import { element, find } from '../element.ts';
import { placeLink } from '../verdict-view.ts';
import { liveAddresses } from './addresses.ts';
import { AddressView } from './address-view.ts';
import type { LiveProgram } from '../live-program.ts';
import { forgetHolding } from './kept-holding.ts';
import type { LivePanelHost } from './live-panel-host.ts';
import { WireInspector } from '../inspector/index.ts';
import { goOnline, type OnlineServer } from './online-server.ts';
import type { OnlineState } from './online-state.ts';
import type { LiveStep } from './start-server.ts';
import { showVisits, statusOfVisits } from './visits-view.ts';

export type LiveSessionOptions = {
  readonly panel: HTMLElement;
  readonly host: LivePanelHost;
  readonly program: LiveProgram;
  /** How the program's module makes its server. */
  readonly made: Pick<LiveStep, 'export' | 'options'>;
  /** Where visitors are sent: `/chat`. */
  readonly path: string;
  readonly isBeforeFrames: boolean;
};

/** Real milliseconds between two drawings: a flood of visitors must not keep the page busy. */
const REDRAW = 200;

export class LiveSession {
  readonly #options: LiveSessionOptions;
  readonly #server: OnlineServer;
  readonly #address: AddressView;
  readonly #ended: () => void;
  readonly #left = new AbortController();
  /** What the student had written when the program that is online started. */
  #online: string;
  #isDrawing = false;
  /** The lines that the panel shows. */
  #printed: readonly ConsoleLine[] | null = null;

  /** `ended` is told once, when the server is no longer online by the student's will. */
  constructor(options: LiveSessionOptions, ended: () => void) {
    const { panel, host, program, made } = options;
    this.#options = options;
    this.#ended = ended;
    this.#online = fingerprint(host);
    this.#address = new AddressView(panel, this.#left.signal);
    this.#server = goOnline({ sandbox: host.sandbox, program, made });
    this.#watchBytes(host.exchanges);
    this.#press('[data-stop]', () => {
      // Who stops it wants nobody there any more: the next time has another address.
      forgetHolding(program.module);
      this.stop();
    });
    this.#press('[data-restart]', () => {
      void this.#restart();
    });
    this.#server.state.subscribe((state) => {
      this.#show(state);
    });
    for (const store of [this.#server.visits, this.#server.remarks, this.#server.console]) {
      store.listen(() => {
        this.#redrawSoon();
      });
    }
    this.#redraw();
  }

  stop(): void {
    if (this.#left.signal.aborted) return;
    this.#server.stop();
    // The last time: nothing is drawn once the session has ended.
    this.#redraw();
    this.#left.abort();
    this.#ended();
  }

  codeChanged(): void {
    const isChanged = fingerprint(this.#options.host) !== this.#online;
    this.#part('changed').hidden = !isChanged || this.#server.state.get().status === 'failed';
  }

  #watchBytes(exchanges: HTMLElement): void {
    if (customElements.get('wire-inspector') === undefined)
      customElements.define('wire-inspector', WireInspector);
    const inspector = find(exchanges, 'wire-inspector', WireInspector);
    exchanges.hidden = false;
    inspector.clear();
    this.#server.onBytes((events) => {
      inspector.push(events);
    });
  }

  async #restart(): Promise<void> {
    const { host } = this.#options;
    const online = fingerprint(host);
    try {
      const program = await host.program();
      this.#online = online;
      this.#server.restart(program);
    } catch {
      this.#say(liveWords.failure.noRelay);
    }
    this.codeChanged();
  }

  #show(state: OnlineState): void {
    const { panel, host } = this.#options;
    panel.dataset.state = state.status;
    const isOnline = state.status === 'online' || state.status === 'reconnecting';
    if (isOnline) this.#address.show(liveAddresses(state.claim, location, this.#path));
    this.#showFailure(state.status === 'failed' ? state : null);
    this.#part('moved').hidden = !(state.status === 'online' && state.hasMoved);
    const { visitors } = this.#server.visits.get();
    const open = visitors.filter(({ end }) => end === null).length;
    host.showLabel(isOnline ? liveWords.panel.openOnline(open) : liveWords.panel.open);
    this.#say(this.#sentence(state));
    this.codeChanged();
  }

  #sentence(state: OnlineState): string {
    switch (state.status) {
      case 'starting':
        return liveWords.panel.starting;
      case 'online': {
        const { elsewhere } = liveAddresses(state.claim, location, this.#path);
        return statusOfVisits(this.#server.visits.get(), elsewhere.length > 0);
      }
      case 'reconnecting':
        return liveWords.panel.reconnecting;
      case 'failed':
        return state.failure.message;
      case 'stopped':
        return liveWords.panel.stopped;
    }
  }

  #showFailure(failed: Extract<OnlineState, { status: 'failed' }> | null): void {
    const part = this.#part('failure');
    part.hidden = failed === null;
    if (failed === null) return;
    const { failure, keepsAddress } = failed;
    // Without the network nothing is online: there is nothing to stop, and the code is not at fault.
    const waitsForNetwork = failure.message === liveWords.failure.noRelay;
    find(part, '[data-stop]', HTMLElement).hidden = waitsForNetwork;
    find(part, '[data-restart]', HTMLElement).textContent = waitsForNetwork
      ? liveWords.panel.retryNetwork
      : liveWords.panel.retry;
    const { goTo } = this.#options.host;
    const place = failure.location === null ? null : placeLink(failure.location, goTo);
    find(part, '[data-why]', HTMLElement).replaceChildren(
      ...(place === null ? [] : [element('p', {}, place)]),
      ...(failure.hint === null ? [] : [element('p', {}, failure.hint)]),
      ...(keepsAddress ? [element('p', {}, liveWords.panel.addressKept)] : []),
    );
  }

  #redrawSoon(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    setTimeout(() => {
      this.#isDrawing = false;
      if (!this.#left.signal.aborted) this.#redraw();
    }, REDRAW);
  }

  #redraw(): void {
    const { panel, host, isBeforeFrames } = this.#options;
    showVisits(panel, this.#server.visits.get(), this.#server.startedAt, isBeforeFrames);
    const remarks = this.#server.remarks.get().map((sentence) => element('li', {}, sentence));
    find(panel, '[data-remarks]', HTMLElement).replaceChildren(...remarks);
    this.#part('remarks').hidden = remarks.length === 0;
    const printed = this.#server.console.get();
    if (printed !== this.#printed) {
      // Drawn anew for a visitor's sake, the lines would take the focus away from whoever reads them.
      this.#printed = printed;
      showLines(find(panel, '[data-lines]', HTMLElement), consoleItems(printed, host.goTo));
      this.#part('console').hidden = printed.length === 0;
    }
    const state = this.#server.state.get();
    if (state.status === 'online') this.#show(state);
  }

  #say(sentence: string): void {
    const status = find(this.#options.panel, '[role=status]', HTMLElement);
    // Said again, a sentence that has not changed would be read again.
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  /** A page opens its own sockets: whoever comes to see it need not name one. */
  get #path(): string {
    const { program, path } = this.#options;
    return program.page === null ? path : '/';
  }

  #part(name: string): HTMLElement {
    return find(this.#options.panel, `[data-part=${name}]`, HTMLElement);
  }

  #press(selector: string, act: () => void): void {
    for (const button of this.#options.panel.querySelectorAll(selector)) {
      button.addEventListener('click', act, { signal: this.#left.signal });
    }
  }
}

function fingerprint(host: LivePanelHost): string {
  return JSON.stringify(host.ownFiles());
}

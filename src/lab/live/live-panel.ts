// `<live-panel>`: puts the student's server online and shows who comes. What it needs beyond itself comes at the first press.
import * as v from 'valibot';
import { liveWords } from '../../i18n/live.ts';
import { find } from '../element.ts';
import type { LivePanelHost } from './live-panel-host.ts';
import type { LiveSession } from './live-session.ts';

/** How a step goes live, as the page's template writes it into `data-live`. */
const liveDataSchema = v.object({
  export: v.string(),
  options: v.record(v.string(), v.any()),
  path: v.string(),
  /** Whether the step comes before frames are taught. */
  isBeforeFrames: v.boolean(),
});

/** The server answers, and the code of the session did not come: only a reload asks for it again. */
class LiveModuleMissing extends Error {
  override readonly name = 'LiveModuleMissing';
}

/** idle ──start()──► a session ──« Arrêter »──► idle */
export class LivePanel extends HTMLElement {
  #lend: (() => Promise<LivePanelHost>) | null = null;
  #session: Promise<LiveSession> | null = null;

  /**
   * Called once, when the page's parts stand. `lend` is asked at each start and may take its time.
   * `left`: the step leaves the screen, and its server with it.
   */
  connect(lend: () => Promise<LivePanelHost>, left: AbortSignal): void {
    this.#lend = lend;
    for (const button of this.querySelectorAll('[data-start]')) {
      button.addEventListener('click', () => {
        this.start();
      });
    }
    const observer = new MutationObserver(() => {
      this.#keepFocus();
    });
    observer.observe(this, { attributeFilter: ['data-state', 'hidden'], subtree: true });
    left.addEventListener('abort', () => {
      observer.disconnect();
      this.#with((session) => {
        session.stop();
      });
    });
  }

  /** Goes online with the student's present code; does nothing while a session is under way. */
  start(): void {
    if (this.#session !== null || this.#lend === null) return;
    this.#say(liveWords.panel.starting);
    this.dataset.state = 'starting';
    this.#session = this.#open(this.#lend);
    this.#session.catch((error: unknown) => {
      this.#session = null;
      this.dataset.state = 'idle';
      if (error instanceof LiveModuleMissing) {
        this.#say(liveWords.failure.notThere);
        return;
      }
      this.#say(liveWords.failure.noRelay);
      find(this, '.live-idle [data-start]', HTMLElement).textContent = liveWords.panel.retryNetwork;
    });
  }

  /** The student has changed the code: what is online may be another. */
  codeChanged(): void {
    this.#with((session) => {
      session.codeChanged();
    });
  }

  /** A button that its own press hides would leave the keyboard nowhere: the next gesture takes over, or what is said. */
  #keepFocus(): void {
    const { activeElement } = document;
    if (!this.contains(activeElement) || activeElement?.checkVisibility() !== false) return;
    const gestures = this.querySelectorAll<HTMLElement>(
      '[data-start], [data-visit], [data-restart]',
    );
    const next = [...gestures].find((each) => each.checkVisibility());
    (next ?? find(this, '[role=status]', HTMLElement)).focus();
  }

  async #open(lend: () => Promise<LivePanelHost>): Promise<LiveSession> {
    const { path, isBeforeFrames, ...made } = v.parse(
      liveDataSchema,
      JSON.parse(this.dataset.live ?? ''),
    );
    // It rejects while the server is silent: a module that failed to come then is never asked for again by Chromium.
    const host = await lend();
    const [{ LiveSession }, program] = await Promise.all([
      import('./live-session.ts').catch(() => {
        throw new LiveModuleMissing();
      }),
      host.program(),
    ]);
    return new LiveSession({ panel: this, host, program, made, path, isBeforeFrames }, () => {
      this.#session = null;
    });
  }

  /** A session that could not start has said so already. */
  #with(act: (session: LiveSession) => void): void {
    void this.#session?.then(act, () => undefined);
  }

  #say(sentence: string): void {
    find(this, '[role=status]', HTMLElement).textContent = sentence;
  }
}

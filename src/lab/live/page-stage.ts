// `<page-stage>`: a student's page for a visitor, in a frame that reaches nothing but the student's server, under a strip of ours.
import * as v from 'valibot';
import { liveWords } from '../../i18n/live.ts';
import type { StudentPage } from '../../live/index.ts';
import type { MountedPage } from '../../sandbox/mount-page.ts';
import { find } from '../element.ts';
import { recall, remember } from '../safe-storage.ts';
import { fetchStudentPage } from './fetch-student-page.ts';
import type { PageEvents } from './show-page.ts';

/** Real milliseconds between two questions to a relay whose student is away. */
const ASK_AGAIN = 1_500;
/** Code points of a pseudo (step 5.4). */
const LONGEST_PSEUDO = 20;
const PSEUDO_KEY = 'trame-visitor:pseudo';

const words = liveWords.stage;

//   entering ──« Entrer »──► loading ──► shown ⇄ open ──closed, cut, crashed──► over ──« Se reconnecter »──► loading
//       ▲                       └──the student is away──► away (asks again) ──► loading
//       └── « Changer de pseudo », from each
export class PageStage extends HTMLElement {
  #code = '';
  /** `null` until the visitor has entered; empty when the page draws one. */
  #pseudo: string | null = null;
  #mounted: MountedPage | null = null;
  /** Grows with each attempt to show the page: what an older one still says is not heard. */
  #attempt = 0;
  /** Settles when the page before is gone, and with it its connections. */
  #gone: Promise<void> = Promise.resolve();

  /** `isThere`: the page has been seen; otherwise its student is away, and comes back. */
  start(code: string, isThere: boolean): void {
    this.#code = code;
    const field = find(this, '[data-pseudo]', HTMLInputElement);
    field.value = recall('localStorage', PSEUDO_KEY, v.string()) ?? '';
    find(this, '[data-enter]', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#enter(field);
    });
    find(this, '[data-again]', HTMLElement).addEventListener('click', () => void this.#show());
    find(this, '[data-rename]', HTMLElement).addEventListener('click', () => void this.#askName());
    void (isThere ? this.#askName() : this.#show());
  }

  async #askName(): Promise<void> {
    if (!(await this.#leave())) return;
    this.#say('entering', '');
    // On a phone the keyboard would hide what is explained.
    if (matchMedia('(pointer: fine)').matches) find(this, '[data-pseudo]', HTMLElement).focus();
  }

  #enter(field: HTMLInputElement): void {
    const pseudo = field.value.trim();
    const isTooLong = Array.from(pseudo).length > LONGEST_PSEUDO;
    const hint = find(this, '[data-pseudo-hint]', HTMLElement);
    hint.textContent = isTooLong ? words.tooLong : words.pseudoHint;
    field.ariaInvalid = String(isTooLong);
    if (isTooLong) return;
    remember('localStorage', PSEUDO_KEY, pseudo === '' ? null : pseudo);
    this.#pseudo = pseudo;
    void this.#show();
  }

  /** Fetched anew each time: the student may have put another page online. */
  async #show(): Promise<void> {
    if (!(await this.#leave())) return;
    const attempt = this.#attempt;
    if (this.dataset.state !== 'away') this.#say('loading', words.state.loading);
    const fetched = await fetchStudentPage(this.#code);
    if (attempt !== this.#attempt) return;
    switch (fetched.status) {
      case 'given':
        if (this.#pseudo === null) void this.#askName();
        else await this.#mount(fetched.page, this.#pseudo);
        break;
      case 'away':
        this.#say('away', words.state.away);
        setTimeout(() => {
          if (attempt === this.#attempt) void this.#show();
        }, ASK_AGAIN);
        break;
      case 'none':
        // No page any more: the plain visitor takes this one's place.
        location.reload();
        break;
      case 'unknown':
      case 'unreachable':
        this.#say('over', words.state[fetched.status]);
    }
  }

  async #mount(page: StudentPage, pseudo: string): Promise<void> {
    const attempt = this.#attempt;
    this.#say('loading', words.state.loading);
    const say = (state: string, sentence: string): void => {
      if (attempt === this.#attempt) this.#say(state, sentence);
    };
    try {
      const { showPage } = await import('./show-page.ts');
      const container = find(this, '[data-frame]', HTMLElement);
      const mounted = await showPage({ container, code: this.#code, page, pseudo }, eventsFor(say));
      if (attempt === this.#attempt) this.#mounted = mounted;
      else await mounted.dispose();
    } catch {
      say('over', words.state.failed);
    }
  }

  /** Begins an attempt, once the page before is gone; `false` when a newer one has begun meanwhile. */
  async #leave(): Promise<boolean> {
    this.#attempt += 1;
    const attempt = this.#attempt;
    if (this.#mounted !== null) this.#gone = this.#mounted.dispose();
    this.#mounted = null;
    // A hung page takes a second or two to go: the next press waits for it as the first did.
    await this.#gone;
    return attempt === this.#attempt;
  }

  #say(state: string, sentence: string): void {
    this.dataset.state = state;
    find(this, '[role=status]', HTMLElement).textContent = sentence;
    find(this, '[data-again]', HTMLElement).hidden = state !== 'over';
    find(this, '[data-rename]', HTMLElement).hidden = state === 'entering' || this.#pseudo === null;
  }
}

/** What happens to the page, as sentences of the strip. */
function eventsFor(say: (state: string, sentence: string) => void): PageEvents {
  const { state } = words;
  return {
    loaded: () => {
      say('shown', state.shown);
    },
    notLoaded: (why) => {
      say('over', state.notLoaded(why));
    },
    opened: () => {
      say('open', state.open);
    },
    refused: () => {
      say('over', state.refused);
    },
    closed: (code) => {
      say('over', code === 1006 ? state.cut : state.closed(code));
    },
    answeredError: (error) => {
      say('open', state.answered(error));
    },
    ended: (why) => {
      say('over', why);
    },
  };
}

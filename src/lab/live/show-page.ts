// Mounts a student's page for a visitor and joins each of its sockets to the browser's own; fetched when there is a page to show.
import * as v from 'valibot';
import { liveWords } from '../../i18n/live.ts';
import type { StudentPage } from '../../live/index.ts';
import { mountPage, type MountedPage } from '../../sandbox/mount-page.ts';
import { withPseudo } from '../chat-program/page-pseudo.ts';
import { FetchedOnce } from '../fetched-once.ts';
import type { TrialProblem } from '../trial-outcome.ts';
import { describeEnding, describeFailedLoad } from '../trial-problem.ts';
import { PageSocket } from './page-socket.ts';
import { visitAddress } from './visit-address.ts';

export type PageEvents = {
  loaded(): void;
  /** Why, in French, with its place. */
  notLoaded(why: string): void;
  opened(): void;
  refused(): void;
  closed(code: number): void;
  /** The server has said no to something, in the chat's protocol, which shows it nowhere. */
  answeredError(error: string): void;
  /** The page is no more: why, in French. */
  ended(why: string): void;
};

export type PageToShow = {
  readonly container: Element;
  readonly code: string;
  readonly page: StudentPage;
  /** Empty: the page draws one. */
  readonly pseudo: string;
};

const RUNTIME = '/sandbox/page/runtime.js';
/** Of what a server says, in characters: it comes from a student. */
const LONGEST_ERROR = 200;

/** An answer of the chat's protocol (steps 5.4 and 5.5). */
const errorSchema = v.object({ type: v.literal('erreur'), erreur: v.string() });

const runtime = new FetchedOnce(async () => {
  const response = await fetch(RUNTIME);
  if (!response.ok) throw new Error(`${RUNTIME}: ${response.status}`);
  return response.text();
});

/** Rejects when the frame does not come. */
export async function showPage(
  { container, code, page, pseudo }: PageToShow,
  events: PageEvents,
): Promise<MountedPage> {
  let isSilent = false;
  let hasOpened = false;
  let hasError = false;
  const mounted = await mountPage({
    container,
    title: liveWords.stage.frame,
    runtime: await runtime.get(),
    files: pseudo === '' ? page.files : withPseudo(page.files, page.module, pseudo),
    module: page.module,
    connect: () =>
      new PageSocket({
        connect: (target, subprotocols) =>
          new WebSocket(visitAddress(location, code, target), [...subprotocols]),
        wait: (milliseconds, callback) => {
          setTimeout(callback, milliseconds);
        },
        opened: () => {
          hasOpened = true;
          events.opened();
        },
        heard: (text) => {
          const error = readError(text);
          if (error !== null) events.answeredError(error);
          // What comes after it shows that the conversation goes on.
          else if (hasError) events.opened();
          hasError = error !== null;
        },
        closed: (closeCode, wasOpen) => {
          // A page that is gone has closed its sockets: why it went is what counts.
          if (isSilent) return;
          if (wasOpen) events.closed(closeCode);
          else events.refused();
        },
      }).stream,
  });
  void mounted.loaded.then((outcome) => {
    if (outcome === null || isSilent) return;
    if (outcome.status === 'loaded') {
      if (!hasOpened) events.loaded();
      return;
    }
    events.notLoaded(placed(describeFailedLoad(outcome)));
  });
  void mounted.ended.then((ending) => {
    isSilent = true;
    const { stopped, crashed } = liveWords.stage.state;
    if (ending.reason === 'disposed') return;
    events.ended(ending.reason === 'deadline' ? stopped : crashed(placed(describeEnding(ending))));
  });
  return mounted;
}

function placed({ sentence, location }: TrialProblem): string {
  const { place } = liveWords.stage.state;
  return location === null ? sentence : `${place(location.file, location.line)}${sentence}`;
}

function readError(text: string): string | null {
  try {
    const { success, output } = v.safeParse(errorSchema, JSON.parse(text));
    return success ? output.erreur.slice(0, LONGEST_ERROR) : null;
  } catch {
    return null;
  }
}

// The chat that the files of lab 5 make together, ready to run: its server for the sandbox, its page for whoever visits.
import * as v from 'valibot';
import type { LabContext } from '../lab-context.ts';
import type { LiveStep } from '../live/start-server.ts';
import { projectParts } from '../project/lab-project.ts';
import { programFiles, type ProjectFile } from '../project/project-files.ts';

type Files = Readonly<Record<string, string>>;

export type ChatProgram = {
  /** What the sandbox is given: every script but the page's. */
  readonly files: Files;
  /** How its server is made; `startServer` of `live/` takes it as it is. */
  readonly step: LiveStep;
  /** What `mountPage` takes: the page is the `index.html` beside `module`. */
  readonly page: { readonly files: Files; readonly module: string };
  /** Each file of the project, with where it comes from. */
  readonly all: readonly ProjectFile[];
};

/** The front matter's `live`, as the page's template writes it into `data-live`. */
const wholeLiveSchema = v.object({
  export: v.string(),
  options: v.record(v.string(), v.any()),
  module: v.string(),
  page: v.string(),
});

/** The chat is made with the real `ws`, and no other package. */
export const CHAT_PACKAGES = ['ws'] as const;

/** Whether the step on the screen goes online as the whole program of its lab. */
export function hasChatProgram({ root }: LabContext): boolean {
  return v.is(wholeLiveSchema, readLive(root));
}

/**
 * This step's files are those on the screen, passed or not; those of the others are the student's own where they passed,
 * else the solutions. Rejects when these could not be fetched, and where the step has no such program.
 */
export async function chatProgram(lab: LabContext): Promise<ChatProgram> {
  const { page, ...made } = v.parse(wholeLiveSchema, readLive(lab.root));
  const all = programFiles(await projectParts(lab, 'shown'));
  return { all, step: { ...made, packages: CHAT_PACKAGES }, ...splitChat(all, page) };
}

/** `page`: the module that starts it; all that lies beside it belongs to it. */
export function splitChat(
  all: readonly { readonly path: string; readonly text: string }[],
  page: string,
): Pick<ChatProgram, 'files' | 'page'> {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  const isOfPage = (path: string): boolean => path.startsWith(folder);
  const pick = (keeps: (path: string) => boolean): Files =>
    Object.fromEntries(
      all.filter(({ path }) => keeps(path)).map(({ path, text }) => [path, text] as const),
    );
  return {
    files: pick((path) => path.endsWith('.js') && !isOfPage(path)),
    page: { files: pick(isOfPage), module: page },
  };
}

function readLive(root: HTMLElement): unknown {
  const panel = root.querySelector<HTMLElement>('live-panel');
  return JSON.parse(panel?.dataset.live ?? 'null');
}

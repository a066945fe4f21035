// What goes online from the step on the screen: its own server on earlier files, or the whole chat with its page.
import { CHAT_PACKAGES, chatProgram, hasChatProgram } from './chat-program/chat-program.ts';
import type { ChatProgram } from './chat-program/chat-program.ts';
import type { LabContext } from './lab-context.ts';
import { stepsBefore } from './solved-steps.ts';

export type LiveProgram = {
  /** What the sandbox is given. */
  readonly files: Readonly<Record<string, string>>;
  /** The module that makes the server. */
  readonly module: string;
  readonly packages: readonly string[];
  /** What visitors are shown; `null` where a visitor is the browser's own WebSocket and nothing more. */
  readonly page: ChatProgram['page'] | null;
};

/** The packages that the program needs, known before its files are. */
export async function livePackages(lab: LabContext): Promise<readonly string[]> {
  if (hasChatProgram(lab)) return CHAT_PACKAGES;
  const { packages = [] } = await lab.kit.checks(lab.page.folder);
  return packages;
}

/** Reads the student's files as they are now. Rejects when something could not be fetched. */
export async function liveProgram(lab: LabContext): Promise<LiveProgram> {
  if (hasChatProgram(lab)) {
    const { files, step, page } = await chatProgram(lab);
    return { files, module: step.module, packages: step.packages, page };
  }
  const { page, kit, code } = lab;
  const [packages, { sources }, engine, solved] = await Promise.all([
    livePackages(lab),
    code.files,
    kit.engine(),
    kit.solutions(),
  ]);
  const own = Object.fromEntries(page.files.map((path) => [path, sources[path] ?? '']));
  const { files } = await engine.withEarlierWork(own, stepsBefore(solved, page.number));
  return { files, module: page.files[0] ?? '', packages, page: null };
}

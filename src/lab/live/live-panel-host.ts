// What a page lends to its live panel, and the panel to each of its sessions.
import type { Sandbox } from '../../sandbox/index.ts';
import type { GoTo } from '../verdict-view.ts';
import type { LiveProgram } from '../live-program.ts';

/** What the page lends to its panel. */
export type LivePanelHost = {
  /** The student's own files of the step, as they are now. */
  ownFiles(): Readonly<Record<string, string>>;
  /** What goes online: those files, with what other steps left. Rejects when something could not be fetched. */
  program(): Promise<LiveProgram>;
  readonly sandbox: Sandbox;
  readonly goTo: GoTo;
  /** Where the page shows the bytes that pass: hidden until there is something to watch, with a `<wire-inspector>`. */
  readonly exchanges: HTMLElement;
  /** Told of what the page's own button should say. */
  showLabel(label: string): void;
};

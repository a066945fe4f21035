// What the parts of a step's page share for as long as that step is on the screen.
import type { CodePane } from './code-pane.ts';
import type { LabKit } from './lab-kit.ts';
import type { NoticeBar } from './notice-bar.ts';
import type { RunCycle } from './run-cycle.ts';
import type { RunStore } from './run-state.ts';
import type { StepPage } from './step-page.ts';
import type { ViewSwitch } from './view-switch.ts';

export type LabContext = {
  /** The `<lab-page>`: a part looks for its elements in it, never in the document. */
  readonly root: HTMLElement;
  readonly page: StepPage;
  /** What outlives the step: engine, sandboxes, checks, solutions, whether the server answers. */
  readonly kit: LabKit;
  /**
   * The last run of this step; listen to it to show a report.
   * It is told of again when the student comes back to the step: what must happen once a run belongs to `RunCycle`.
   */
  readonly run: RunStore;
  readonly cycle: RunCycle;
  /** The student's files and the editor. */
  readonly code: CodePane;
  readonly views: ViewSwitch;
  readonly notice: NoticeBar;
  /** Aborted when another step takes the screen: give it to each listener on `document` or `window`. */
  readonly left: AbortSignal;
};

/** Gives one part of the page its behaviour. Called once for each step shown, when all of the page's elements stand. */
export type LabPart = (lab: LabContext) => void;

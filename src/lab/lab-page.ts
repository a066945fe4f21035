// `<lab-page>`: one step on the screen. It makes what the parts share, then gives each part its behaviour.
import { connectAchievement } from './achievement.ts';
import { connectChatWindows } from './chat-windows/connect-chat-windows.ts';
import { CodePane } from './code-pane.ts';
import { connectLive } from './connect-live.ts';
import { connectQuestions } from './connect-questions.ts';
import { find } from './element.ts';
import { connectComparison } from './comparison/connect-comparison.ts';
import { connectFileReset } from './file-reset.ts';
import { connectFileTabs } from './file-tabs.ts';
import { connectHints } from './hints-progress.ts';
import { connectKeyRow } from './key-row.ts';
import type { LabContext, LabPart } from './lab-context.ts';
import { connectDrawer } from './lab-drawer.ts';
import type { LabKit } from './lab-kit.ts';
import { connectMisconceptions } from './misconception-hint.ts';
import { connectMyWork } from './my-work/connect-my-work.ts';
import { NoticeBar } from './notice-bar.ts';
import { connectOfflineStrip } from './offline-strip.ts';
import { connectPassedBefore } from './passed-before.ts';
import { connectProxyAttack } from './proxy-attack/proxy-attack.ts';
import { LabResults } from './results-view.ts';
import { connectRunControls } from './run-controls.ts';
import { RunCycle } from './run-cycle.ts';
import { connectProject } from './project/connect-project.ts';
import { connectRoute } from './routes/connect-route.ts';
import { createRunState } from './run-state.ts';
import { connectSolution } from './solution-view.ts';
import { readStepPage } from './step-page.ts';
import { connectStaleVerdict } from './stale-verdict.ts';
import { StepRunner } from './step-runner.ts';
import { followTouchKeyboard } from './touch-keyboard.ts';
import { ViewSwitch } from './view-switch.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Everything that a step's page does, one line each. A new part is a function of `LabContext` in a file of its own,
 * and, if it shows something, an element in a slot of `LabStep.astro`.
 */
const PARTS: readonly LabPart[] = [
  showResults,
  connectAchievement,
  connectRoute,
  connectPassedBefore,
  connectStaleVerdict,
  connectRunControls,
  connectHints,
  connectSolution,
  connectComparison,
  connectMisconceptions,
  connectDrawer,
  connectFileTabs,
  connectFileReset,
  connectKeyRow,
  connectQuestions,
  connectProxyAttack,
  connectLive,
  connectProject,
  connectChatWindows,
  connectMyWork,
  connectOfflineStrip,
  followTouchKeyboard,
  prepareWhenIdle,
  keepOnLeave,
];

export class LabPage extends HTMLElement {
  /** One for the browser's page, whatever step it shows. Given before the element is defined. */
  static kit: LabKit;
  #left = new AbortController();

  connectedCallback(): void {
    this.#left = new AbortController();
    const left = this.#left.signal;
    const kit = LabPage.kit;
    const page = readStepPage(this);
    const notice = find(this, 'notice-bar', NoticeBar);
    const views = new ViewSwitch(this, page.number);
    const code = new CodePane({ root: this, page, views, notice });
    const kept = kit.runOf(page.number);
    const cycle = new RunCycle({ kit, page, code, run: kept, runner: new StepRunner(kit, page) });
    const run = createRunState();
    for (const part of PARTS)
      part({ root: this, page, kit, run, cycle, code, views, notice, left });
    left.addEventListener(
      'abort',
      kept.subscribe((state) => {
        run.set(state);
      }),
    );
  }

  /** Another step takes the screen: what is on it is kept while it can still be measured. */
  leave(): void {
    this.#left.abort();
  }

  disconnectedCallback(): void {
    this.leave();
  }
}

function showResults({ root, run, page, code }: LabContext): void {
  find(root, 'lab-results', LabResults).follow(run, page, (location) => {
    void code.goTo(location);
  });
}

/** Fetched while nobody waits, or as soon as somebody writes. */
function prepareWhenIdle({ code, cycle }: LabContext): void {
  const prepare = (): void => void cycle.prepare();
  code.editor.addEventListener('focusin', prepare, { once: true });
  whenIdle(prepare);
}

function keepOnLeave({ views, code, left }: LabContext): void {
  const keep = (): void => {
    views.keep(code.editor.scrollOffset, code.opened.get());
  };
  addEventListener('pagehide', keep, { signal: left });
  left.addEventListener('abort', () => {
    keep();
    void code.files.then((files) => {
      files.close();
    });
  });
}

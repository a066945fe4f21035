// The script of a step's page: gives its elements their behaviour, and lets the steps of the lab replace each other.
import { CodeEditor, preloadEditor } from './code-editor.ts';
import { CodeComparison } from './comparison/code-comparison.ts';
import { LabHints } from './hints-view.ts';
import { LabDrawer } from './lab-drawer.ts';
import { LabKit } from './lab-kit.ts';
import { LabPage } from './lab-page.ts';
import { LivePanel } from './live/live-panel.ts';
import { MisconceptionHint } from './misconception-hint.ts';
import { MyWork } from './my-work/my-work.ts';
import { NoticeBar } from './notice-bar.ts';
import { PaneSplitter } from './pane-splitter.ts';
import { ProxyAttack } from './proxy-attack/proxy-attack.ts';
import { LabQuestions } from './questions-view.ts';
import { LabResults } from './results-view.ts';
import { LabSolution } from './solution-view.ts';
import { StepNavigation } from './step-navigation.ts';
import { StepPages } from './step-pages.ts';
import { whenIdle } from './when-idle.ts';

const kit = new LabKit();
kit.connection.watch();
LabPage.kit = kit;
const navigation = new StepNavigation(kit, new StepPages());

// The parts first: the page looks for them as soon as it is defined.
customElements.define('code-editor', CodeEditor);
customElements.define('notice-bar', NoticeBar);
customElements.define('lab-hints', LabHints);
customElements.define('lab-solution', LabSolution);
customElements.define('code-comparison', CodeComparison);
customElements.define('misconception-hint', MisconceptionHint);
customElements.define('my-work', MyWork);
customElements.define('lab-drawer', LabDrawer);
customElements.define('lab-questions', LabQuestions);
customElements.define('lab-results', LabResults);
customElements.define('proxy-attack', ProxyAttack);
customElements.define('pane-splitter', PaneSplitter);
customElements.define('live-panel', LivePanel);
customElements.define('lab-page', LabPage);

navigation.start();
preloadEditor();
whenIdle(() => void navigation.holdAll());

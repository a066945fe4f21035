// A passed step that made a server shows that server at work: it is started once more, and its own 101 is on the page.
import * as v from 'valibot';
import { isComplete } from '../grading/report-questions.ts';
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';
import { liveProgram } from './live-program.ts';
import { readProgress } from './step-progress.ts';

const achievementSchema = v.object({
  export: v.string(),
  options: v.record(v.string(), v.any()),
  path: v.string(),
});

/** Loaded while nobody waits: a pass may come when the server is gone. */
const loadServed = () => import('./served-handshake.ts');

export function connectAchievement(lab: LabContext): void {
  const section = lab.root.querySelector('.achievement');
  if (!(section instanceof HTMLElement)) return;
  lab.code.editor.addEventListener('focusin', () => void loadServed().catch(() => undefined), {
    once: true,
  });
  lab.run.listen((state) => {
    const isPassed = state.status === 'graded' && isComplete(state.report);
    section.hidden = !isPassed;
    const labDone = section.querySelector('h3');
    if (labDone !== null) labDone.hidden = !isLabPassed(lab.root);
    if (isPassed) void show(lab, section);
  });
}

/** Steps open in any order: the last one may be passed before the others. */
function isLabPassed(root: HTMLElement): boolean {
  const steps = [...root.querySelectorAll<HTMLElement>('.lab-steps [data-step]')];
  return steps.every(({ dataset }) => readProgress(dataset.step ?? '').passed);
}

async function show(lab: LabContext, section: HTMLElement): Promise<void> {
  const { path, ...made } = v.parse(achievementSchema, JSON.parse(section.dataset.live ?? ''));
  const lead = find(section, '.achievement-lead', HTMLElement);
  const answer = find(section, '.achievement-answer', HTMLElement);
  try {
    const [{ askHandshake }, { files, module, packages }] = await Promise.all([
      loadServed(),
      liveProgram(lab),
    ]);
    const sandbox = await lab.kit.sandbox(packages);
    const served = await askHandshake(sandbox, files, { ...made, module, packages }, path);
    answer.hidden = served === null;
    if (served === null) return;
    lead.textContent = fr.achievement.answered(served.requestLine);
    answer.textContent = served.answer;
  } catch {
    // The pass stands; this is only its picture.
    answer.hidden = true;
  }
}

// The answers to a step's questions: kept as the student's file `reponses.json`, given to each run, judged beside each.
import {
  type Answers,
  ANSWERS_FILE,
  answerKey,
  drawKey,
  NO_ANSWERS,
  readAnswers,
  writeAnswers,
} from '../grading/question-answers.ts';
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';
import { LabDrawer } from './lab-drawer.ts';
import { LabQuestions, type TypedAnswers } from './questions-view.ts';
import { StudentFiles } from './student-files.ts';

/** The answers given to the last run of each step, for when the student comes back to it. */
const JUDGED = new Map<string, TypedAnswers>();

export function connectQuestions(lab: LabContext): void {
  if (lab.page.questions.length === 0) return;
  const view = find(lab.root, 'lab-questions', LabQuestions);
  const sheet = new AnswerSheet(lab, view);
  lab.cycle.answers = async () => {
    JUDGED.set(lab.page.number, view.answers);
    return { [ANSWERS_FILE]: await sheet.text() };
  };
  view.addEventListener('answers-run', () => void lab.cycle.start());
  lab.run.listen((state) => {
    if (state.status === 'graded') view.show(state.report, JUDGED.get(lab.page.number) ?? {});
  });
  lab.root.addEventListener('question-open', (event) => {
    find(lab.root, 'lab-drawer', LabDrawer).close();
    lab.views.show('instructions');
    view.focusOn(event.detail);
  });
}

/** One step's part of `reponses.json`; what other steps and other tabs wrote there stays. */
class AnswerSheet {
  readonly #lab: LabContext;
  readonly #view: LabQuestions;
  readonly #files: Promise<StudentFiles>;
  /** Questions answered here since the page was opened: they win over another tab's. */
  readonly #answered = new Set<string>();
  #draw: number | null = null;

  constructor(lab: LabContext, view: LabQuestions) {
    this.#lab = lab;
    this.#view = view;
    this.#files = this.#open();
    view.addEventListener('answers-change', (event) => {
      this.#answered.add(event.detail);
      void this.#keep();
    });
    lab.left.addEventListener('abort', () => {
      void this.#files.then((files) => {
        files.close();
      });
    });
  }

  /** The file, whole. */
  async text(): Promise<string> {
    const files = await this.#files;
    return writeAnswers(
      this.#merged(parse(files.text(ANSWERS_FILE)), Object.keys(this.#view.answers)),
    );
  }

  async #open(): Promise<StudentFiles> {
    const files = await StudentFiles.open({}, [ANSWERS_FILE], {
      adopt: (_path, text) => {
        this.#show(parse(text));
      },
      conflict: (_path, theirs) => {
        const merged = this.#merged(parse(theirs), this.#answered);
        files.change(ANSWERS_FILE, writeAnswers(merged));
        this.#show(merged);
      },
      failed: () => {
        this.#lab.notice.say(fr.work.failed);
      },
    });
    // Given while the page was still getting ready, before anything was heard of it.
    const given = isOpenedAgain() ? [] : Object.keys(this.#view.answers);
    for (const id of given) this.#answered.add(id);
    const merged = this.#merged(parse(files.text(ANSWERS_FILE)), this.#answered);
    if (this.#answered.size > 0) files.change(ANSWERS_FILE, writeAnswers(merged));
    this.#show(merged);
    return files;
  }

  async #keep(): Promise<void> {
    const files = await this.#files;
    const merged = this.#merged(parse(files.text(ANSWERS_FILE)), this.#answered);
    files.change(ANSWERS_FILE, writeAnswers(merged));
  }

  /** `kept` with the answers on the screen to `questions`. */
  #merged(kept: Answers, questions: Iterable<string>): Answers {
    const { number } = this.#lab.page;
    const typed = this.#view.answers;
    const merged = new Map(kept);
    for (const id of questions) {
      const answer = Object.hasOwn(typed, id) ? typed[id] : undefined;
      if (answer === undefined) merged.delete(answerKey(number, id));
      else merged.set(answerKey(number, id), answer);
    }
    if (this.#draw !== null && (this.#hasAnsweredDraw || !merged.has(drawKey(number)))) {
      merged.set(drawKey(number), String(this.#draw));
    }
    return merged;
  }

  /** Then the draw on this screen is the one that counts. */
  get #hasAnsweredDraw(): boolean {
    const { questions } = this.#lab.page;
    return questions.some(({ id, answer }) => answer.kind === 'drawn' && this.#answered.has(id));
  }

  #show(kept: Answers): void {
    const { number, questions } = this.#lab.page;
    this.#view.answers = Object.fromEntries(
      questions.map(({ id }) => [id, kept.get(answerKey(number, id)) ?? '']),
    );
    void this.#pose(kept);
  }

  /** Questions that the seed decides need the checks of the step, which come while nobody waits. */
  async #pose(kept: Answers): Promise<void> {
    const { number, questions, folder } = this.#lab.page;
    const drawn = questions.filter(({ answer }) => answer.kind === 'drawn');
    if (drawn.length === 0) return;
    try {
      const [engine, { draws }] = await Promise.all([
        this.#lab.kit.engine(),
        this.#lab.kit.checks(folder),
      ]);
      this.#draw = engine.drawSeed(kept, number, this.#draw ?? randomSeed());
      for (const question of drawn)
        this.#view.pose(engine.poseQuestion(question, draws, this.#draw));
    } catch {
      for (const { id } of drawn) this.#view.cannotPose(id);
    }
  }
}

/** Then the browser may have put back what the page held before: older, perhaps, than what was kept since. */
function isOpenedAgain(): boolean {
  return performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate');
}

/** A file that cannot be read holds no answer; the next one given replaces it. */
function parse(text: string): Answers {
  const read = readAnswers(text);
  return read.status === 'read' ? read.answers : NO_ANSWERS;
}

/** Plain `http` on a LAN has `getRandomValues`, though not `randomUUID`. */
function randomSeed(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] ?? 1;
}

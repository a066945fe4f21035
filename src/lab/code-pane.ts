// The student's files of a step and the editor that shows one of them; what is typed is kept at once.
import { atom, type ReadableAtom } from 'nanostores';
import type { SourceLocation } from '../evidence/evidence.ts';
import { fr } from '../i18n/fr.ts';
import { CodeEditor, type EditorFile } from './code-editor.ts';
import type { EarlierFile } from './earlier-files.ts';
import { find } from './element.ts';
import type { NoticeBar } from './notice-bar.ts';
import type { StepPage } from './step-page.ts';
import { writeLastStep } from './step-progress.ts';
import { StudentFiles } from './student-files.ts';
import { readViewState } from './view-state.ts';
import type { ViewSwitch } from './view-switch.ts';

export type CodePaneOptions = {
  readonly root: HTMLElement;
  readonly page: StepPage;
  readonly views: ViewSwitch;
  readonly notice: NoticeBar;
};

export class CodePane {
  readonly editor: CodeEditor;
  /** Resolves when the student's files have been read and one of them is in the editor; never rejects. */
  readonly files: Promise<StudentFiles>;
  readonly #options: CodePaneOptions;
  readonly #opened;
  readonly #revision = atom(0);
  #files: StudentFiles | null = null;
  #earlier: readonly EarlierFile[] = [];

  constructor(options: CodePaneOptions) {
    const { root, page } = options;
    this.#options = options;
    const kept = readViewState(page.number)?.file;
    const first = page.files[0] ?? page.trial.path;
    this.#opened = atom(kept !== undefined && this.isOwn(kept) ? kept : first);
    this.editor = find(root, 'code-editor', CodeEditor);
    this.files = this.#open();
  }

  /** Path of the file in the editor: `poignee/accept.js`, `essai/1-3.js`, or one of an earlier step. */
  get opened(): ReadableAtom<string> {
    return this.#opened;
  }

  /** Grows each time that the text of a file has changed: typed here, or taken over from another tab. */
  get revision(): ReadableAtom<number> {
    return this.#revision;
  }

  /** Whether the student writes it here: a file of the step, or the free trial. */
  isOwn(path: string): boolean {
    const { files, trial } = this.#options.page;
    return files.includes(path) || path === trial.path;
  }

  /** Whether `show` and `goTo` lead there. */
  holds(path: string): boolean {
    return this.isOwn(path) || this.#earlier.some((file) => file.path === path);
  }

  /** What « Revenir au départ » gives; `null` for a file of an earlier step. */
  starterOf(path: string): string | null {
    const { starter, trial } = this.#options.page;
    return path === trial.path ? trial.starter : (starter[path] ?? null);
  }

  /** What the step's files may import from earlier steps: they can be read here. */
  set earlier(files: readonly EarlierFile[]) {
    this.#earlier = files;
  }

  /** Shows a file; a path that is not one of the step's, nor of an earlier step, does nothing. */
  async show(path: string): Promise<boolean> {
    const files = await this.files;
    const earlier = this.#earlier.find((file) => file.path === path);
    if (this.isOwn(path)) await this.#put({ path, text: files.text(path), readOnly: false });
    else if (earlier !== undefined) await this.#put({ ...earlier, readOnly: true });
    else return false;
    return true;
  }

  /** Puts the caret where something happened, and shows the editor. */
  async goTo({ file, line, column }: SourceLocation): Promise<void> {
    if (!(await this.show(file))) return;
    this.#options.views.show('code');
    this.editor.goTo(line, column);
  }

  async #put(file: EditorFile): Promise<void> {
    if (file.path === this.#opened.get()) return;
    // Before the editor changes: what it holds from here on is this file's.
    this.#opened.set(file.path);
    await this.#edit(file);
  }

  async #open(): Promise<StudentFiles> {
    const { page, root, notice } = this.#options;
    const { starter, trial, files: paths, number } = page;
    const all = { ...starter, [trial.path]: trial.starter };
    const files = await StudentFiles.open(all, [...paths, trial.path], {
      adopt: (path, text) => {
        if (path === this.#opened.get()) this.editor.adopt(text);
        this.#revise();
      },
      conflict: (path, theirs) => {
        this.#offer(path, theirs);
      },
      failed: () => {
        notice.say(fr.work.failed);
      },
    });
    this.#files = files;
    if (files.kind === 'memory') notice.say(fr.work.memory);
    else find(root, '[data-kept]', HTMLElement).hidden = false;
    this.editor.addEventListener('code-change', () => {
      files.change(this.#opened.get(), this.editor.text);
      this.#revise();
      writeLastStep(page);
    });
    const path = this.#opened.get();
    await this.#edit({ path, text: files.text(path) });
    this.editor.scrollOffset = readViewState(number)?.scroll.code ?? 0;
    return files;
  }

  /** The text can be read even where the editor does not come; that it cannot be written to is said. */
  async #edit(file: EditorFile): Promise<void> {
    try {
      await this.editor.open(file);
    } catch {
      const reload = (): void => {
        location.reload();
      };
      this.#options.notice.say(fr.work.noEditor, [{ label: fr.work.reload, act: reload }]);
    }
  }

  #revise(): void {
    this.#revision.set(this.#revision.get() + 1);
  }

  /** Two tabs wrote at once: this one's text is kept, the other's is one press away. */
  #offer(path: string, theirs: string): void {
    const take = (): void => {
      if (path === this.#opened.get()) this.editor.replace(theirs);
      else {
        this.#files?.change(path, theirs);
        this.#revise();
      }
    };
    this.#options.notice.say(fr.work.conflict, [
      { label: fr.work.takeTheirs, act: take },
      { label: fr.work.dismiss, act: () => undefined },
    ]);
  }
}

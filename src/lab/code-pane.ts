// The student's files of a step and the editor that shows one of them; what is typed is kept at once.
import type { SourceLocation } from '../evidence/evidence.ts';
import { fr } from '../i18n/fr.ts';
import { CodeEditor } from './code-editor.ts';
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
  /** Resolves when the student's files have been read; never rejects. */
  readonly files: Promise<StudentFiles>;
  readonly #page: StepPage;
  readonly #views: ViewSwitch;
  readonly #notice: NoticeBar;
  readonly #root: HTMLElement;
  #active: string;

  constructor({ root, page, views, notice }: CodePaneOptions) {
    this.#root = root;
    this.#page = page;
    this.#views = views;
    this.#notice = notice;
    this.#active = page.files[0] ?? '';
    this.editor = find(root, 'code-editor', CodeEditor);
    this.files = this.#open();
  }

  /** Path of the file in the editor: `poignee/accept.js`. */
  get active(): string {
    return this.#active;
  }

  /** Puts the caret where something happened, and shows the editor. */
  goTo(location: SourceLocation): void {
    if (location.file !== this.#active) return;
    this.#views.show('code');
    this.editor.goTo(location.line, location.column);
  }

  async #open(): Promise<StudentFiles> {
    const { starter, files: paths, number } = this.#page;
    const files = await StudentFiles.open(starter, paths, {
      adopt: (path, text) => {
        if (path === this.#active) this.editor.adopt(text);
      },
      conflict: (_path, theirs) => {
        this.#offer(theirs);
      },
      failed: () => {
        this.#notice.say(fr.work.failed);
      },
    });
    if (files.kind === 'memory') this.#notice.say(fr.work.memory);
    else find(this.#root, '[data-kept]', HTMLElement).hidden = false;
    this.editor.addEventListener('code-change', () => {
      files.change(this.#active, this.editor.text);
      writeLastStep(this.#page);
    });
    await this.editor.open(this.#active.split('/').at(-1) ?? '', files.text(this.#active));
    this.editor.scrollOffset = readViewState(number)?.scroll.code ?? 0;
    return files;
  }

  /** Two tabs wrote at once: this one's text is kept, the other's is one press away. */
  #offer(theirs: string): void {
    this.#notice.say(fr.work.conflict, [
      {
        label: fr.work.takeTheirs,
        act: () => {
          this.editor.replace(theirs);
        },
      },
      { label: fr.work.dismiss, act: () => undefined },
    ]);
  }
}

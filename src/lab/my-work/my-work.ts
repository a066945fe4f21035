// `<my-work>`: what this browser keeps of a student, taken away in one file and brought back; nothing is lost on the way.
import { workWords as words } from '../../i18n/work.ts';
import { element, find } from '../element.ts';
import { eraseWork, readAside, readWork, storageKind, swapAside, takeWork } from './kept-work.ts';
import {
  compareWork,
  LARGEST_FILE,
  readWorkFile,
  type Refusal,
  type Work,
  type WorkChange,
  workFileName,
  writeWorkFile,
} from './work-file.ts';

/**
 * ```text
 *   idle ──file chosen──► refused (a sentence) ──► idle
 *                    └──► previewed ──« Importer »──► imported ──« Revenir… »──► undone ⇄ imported
 *                               └──« Ne rien changer »──► idle
 * ```
 */
export class MyWork extends HTMLElement {
  #isWriting = false;

  connectedCallback(): void {
    this.#onPress('[data-export]', () => this.#export());
    this.#onPress('[data-undo]', () => this.#alone(() => this.#undo()));
    this.#onPress('[data-choose]', () => {
      this.#input.click();
    });
    this.#input.addEventListener('change', () => {
      const [file] = this.#input.files ?? [];
      // The same file chosen twice is a change both times.
      if (file !== undefined) void this.#read(file).finally(() => (this.#input.value = ''));
    });
    this.#connectErasing();
    void this.refresh();
  }

  /** Reads again what is kept: a dialog shows it each time it opens. */
  async refresh(): Promise<void> {
    const [work, aside, kind] = await Promise.all([readWork(), readAside(), storageKind()]);
    const paths = Object.keys(work.files).sort();
    const isEmpty = paths.length + Object.keys(work.progress).length === 0;
    this.#part('counts').textContent = isEmpty ? words.kept.nothing : words.kept.counts(work);
    this.#part('memory').hidden = kind !== 'memory';
    this.#part('list').hidden = paths.length === 0;
    const items = paths.map((path) => element('li', {}, element('code', {}, path)));
    find(this, '[data-part=list] ul', HTMLElement).replaceChildren(...items);
    this.#part('aside').hidden = aside === null;
  }

  async #export(): Promise<void> {
    const work = await readWork();
    if (Object.keys(work.files).length + Object.keys(work.progress).length === 0) {
      this.#say('exported', words.export.nothing);
      return;
    }
    const date = new Date();
    const name = workFileName(date);
    const address = URL.createObjectURL(
      new Blob([writeWorkFile(work, date)], { type: 'application/json' }),
    );
    element('a', { href: address, download: name }).click();
    // The browser has taken its own hold of it by the next task.
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 0);
    this.#say('exported', words.export.done(name));
  }

  async #read(file: File): Promise<void> {
    this.#part('preview').replaceChildren();
    if (file.size > LARGEST_FILE) {
      this.#refuse({ reason: 'too-big' });
      return;
    }
    const text = await file.text().catch(() => null);
    if (text === null) {
      this.#say('imported', words.import.unreadable);
      return;
    }
    const read = readWorkFile(text);
    if (!read.ok) {
      this.#refuse(read.refusal);
      return;
    }
    const change = compareWork(await readWork(), read.work);
    if (change.isSame) this.#say('imported', words.import.same);
    else this.#preview(file.name, read.work, change);
  }

  #refuse(refusal: Refusal): void {
    this.#say('imported', words.import.refused(refusal));
  }

  #preview(name: string, work: Work, change: WorkChange): void {
    this.#say('imported', words.import.preview(name));
    const { fresh, replaced, same, passed } = change;
    const facts = [
      fresh > 0 ? element('li', {}, words.import.fresh(fresh)) : null,
      replaced.length > 0
        ? element('li', {}, words.import.replaced(replaced.length), pathList(replaced))
        : null,
      same > 0 ? element('li', {}, words.import.sameFiles(same)) : null,
      passed > 0 ? element('li', {}, words.import.passed(passed)) : null,
    ];
    const confirm = element(
      'button',
      { type: 'button', class: 'run' },
      words.import.confirm(change),
    );
    const cancel = element('button', { type: 'button', class: 'quiet' }, words.import.cancel);
    confirm.addEventListener('click', () => void this.#alone(() => this.#take(work)));
    cancel.addEventListener('click', () => {
      // Too late to say that nothing has changed.
      if (!this.#isWriting) this.#closePreview(words.import.cancelled);
    });
    this.#part('preview').replaceChildren(
      element('ul', {}, ...facts),
      element('p', { class: 'work-presses' }, confirm, cancel),
    );
    confirm.focus();
  }

  async #take(work: Work): Promise<void> {
    try {
      await takeWork(work);
      this.#closePreview(words.import.done);
    } catch {
      this.#closePreview(words.import.failed);
    }
  }

  /** The buttons that had the focus are gone with what they were about. */
  #closePreview(sentence: string): void {
    this.#part('preview').replaceChildren();
    this.#say('imported', sentence);
    find(this, '[data-choose]', HTMLElement).focus();
  }

  async #undo(): Promise<void> {
    await swapAside();
    this.#say('imported', words.import.undone);
  }

  /**
   * Does nothing while what was pressed before is still being written: it would read a mixture of both works,
   * and put that aside over the only copy of the former one.
   */
  async #alone(write: () => Promise<void>): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      await write();
    } finally {
      this.#isWriting = false;
    }
    await this.refresh();
  }

  /** Not there in the lab, where the editor would write again what was erased under it. */
  #connectErasing(): void {
    if (this.querySelector('[data-erase]') === null) return;
    const ask = find(this, '[data-erase]', HTMLElement);
    const asking = this.#part('erasing');
    const close = (sentence: string): void => {
      asking.hidden = true;
      ask.hidden = false;
      this.#say('erased', sentence);
      ask.focus();
    };
    this.#onPress('[data-erase]', () => {
      ask.hidden = true;
      asking.hidden = false;
      this.#say('erased', words.erase.sure);
      // What is pressed twice by mistake is the harmless one.
      find(this, '[data-erase-cancel]', HTMLElement).focus();
    });
    this.#onPress('[data-erase-cancel]', () => {
      close(words.erase.kept);
    });
    this.#onPress('[data-erase-again]', () =>
      this.#alone(async () => {
        await eraseWork();
        close(words.erase.done);
      }),
    );
  }

  #onPress(selector: string, act: () => unknown): void {
    find(this, selector, HTMLElement).addEventListener('click', () => void act());
  }

  #say(part: 'exported' | 'imported' | 'erased', sentence: string): void {
    this.#part(part).textContent = sentence;
  }

  #part(name: string): HTMLElement {
    return find(this, `[data-part=${name}]`, HTMLElement);
  }

  get #input(): HTMLInputElement {
    return find(this, 'input[type=file]', HTMLInputElement);
  }
}

function pathList(paths: readonly string[]): HTMLElement {
  return element('ul', {}, ...paths.map((path) => element('li', {}, element('code', {}, path))));
}

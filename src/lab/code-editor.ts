// `<code-editor>`: the text is readable at once; the real editor replaces it in place as soon as it has come.
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { fr } from '../i18n/fr.ts';
import type * as editorView from './editor-view.ts';
import { element } from './element.ts';
import { FetchedOnce } from './fetched-once.ts';

type EditorModule = typeof editorView;

/** The module of CodeMirror, kept in memory for when the server is gone. */
const editorModule = new FetchedOnce<EditorModule>(() => import('./editor-view.ts'));

/** Nobody waits for it: whoever opens a file says when it does not come. */
export function preloadEditor(): void {
  editorModule.get().catch(() => undefined);
}

type EditorOptions = Parameters<EditorModule['createEditorView']>[0];

const HINT_ID = 'hint';

/** Lives in the shadow root, where the page's styles do not reach; CodeMirror adopts its own sheets there. */
const STYLE = `
  :host { display: flex; flex-direction: column; min-height: 0; background: var(--raised); }
  .text { flex: 1; min-height: 0; overflow: auto; }
  .waiting { margin: 0; padding: var(--space-8) var(--space-16) var(--space-8) 3.4em;
    font-family: var(--mono); font-size: var(--editor-size); line-height: var(--editor-leading);
    white-space: pre-wrap; color: var(--code-ink); font-variant-ligatures: none; }
  .hint { margin: 0; padding: var(--space-4) var(--space-16); color: var(--muted);
    border-top: var(--hairline) solid var(--line);
    font-family: var(--sans); font-size: var(--text-14); }
  :host(:focus-within) { outline: var(--thick) solid var(--accent); outline-offset: calc(-1 * var(--thick)); }
  @media (hover: none) {
    .hint { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  }
`;

/** One file to show. `path` is its identity: a file shown again finds its history and its place as they were left. */
export type EditorFile = {
  readonly path: string;
  readonly text: string;
  readonly readOnly?: boolean;
};

type Left = { readonly state: EditorState; readonly scroll: number };

/** Fires `code-change` (detail: the whole text) and `code-run`. */
export class CodeEditor extends HTMLElement {
  #text = '';
  #path = '';
  #view: EditorView | null = null;
  #module: EditorModule | null = null;
  /** What was asked before CodeMirror came, done in order when it has. */
  #waiting: (() => void)[] = [];
  #silent = false;
  /** The files that were shown before, by path. */
  readonly #left = new Map<string, Left>();

  connectedCallback(): void {
    if (this.shadowRoot !== null) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const text = element('div', { class: 'text' }, element('pre', { class: 'waiting' }));
    root.append(text, element('p', { class: 'hint', id: HINT_ID }, fr.editor.leave));
  }

  /** Shows `file`; the first time, as plain text until the editor has come. Rejects when it does not: the text stays. */
  async open(file: EditorFile): Promise<void> {
    this.#text = file.text;
    if (this.#view !== null && this.#module !== null) {
      this.#replaceState(this.#view, this.#module, file);
      return;
    }
    this.#path = file.path;
    const root = this.shadowRoot;
    const place = root?.querySelector('.text');
    if (root === null || !(place instanceof HTMLElement)) return;
    const waiting = element('pre', { class: 'waiting' }, file.text);
    place.replaceChildren(waiting);
    const module = await editorModule.get();
    // Another file was opened meanwhile: it brings the editor in.
    if (!waiting.isConnected) return;
    waiting.remove();
    this.#module = module;
    this.#view = module.createEditorView(this.#options(place, root), {
      ...textOf(file),
      text: this.#text,
    });
    this.dataset.ready = '';
    for (const action of this.#waiting.splice(0)) action();
  }

  /** The text kept for `path` is no longer the one that was left: it will be shown afresh. */
  forget(path: string): void {
    this.#left.delete(path);
  }

  #options(parent: HTMLElement, root: ShadowRoot): EditorOptions {
    return {
      parent,
      root,
      describedBy: HINT_ID,
      changed: (changed) => {
        this.#text = changed;
        if (!this.#silent) this.dispatchEvent(new CustomEvent('code-change', { detail: changed }));
      },
      run: () => this.dispatchEvent(new CustomEvent('code-run')),
    };
  }

  #replaceState(view: EditorView, module: EditorModule, file: EditorFile): void {
    this.#left.set(this.#path, { state: view.state, scroll: view.scrollDOM.scrollTop });
    this.#path = file.path;
    const left = this.#left.get(file.path);
    const place = view.dom.parentElement;
    const { shadowRoot } = this;
    if (place === null || shadowRoot === null) return;
    const isLeft = left?.state.doc.toString() === file.text;
    view.setState(
      isLeft
        ? left.state
        : module.createEditorState(this.#options(place, shadowRoot), textOf(file)),
    );
    view.scrollDOM.scrollTop = isLeft ? left.scroll : 0;
  }

  get text(): string {
    return this.#text;
  }

  /** Pixels scrolled from the top of the text. */
  get scrollOffset(): number {
    return this.#view?.scrollDOM.scrollTop ?? 0;
  }

  set scrollOffset(pixels: number) {
    this.#act((view) => {
      view.scrollDOM.scrollTop = pixels;
    });
  }

  /** Replaces everything, as one change that « Annuler » takes back. */
  replace(text: string): void {
    this.#text = text;
    this.#act((view, module) => {
      module.replaceText(view, text);
    });
  }

  /** The same, for a text that is already kept: nobody is told. */
  adopt(text: string): void {
    this.#silent = true;
    this.replace(text);
    this.#act(() => {
      this.#silent = false;
    });
  }

  type(text: string): void {
    this.#act((view, module) => {
      module.typeText(view, text);
    });
  }

  undo(): void {
    this.#act((view, module) => {
      module.undoOnce(view);
    });
  }

  goTo(line: number, column: number | null): void {
    this.#act((view, module) => {
      module.goTo(view, line, column);
    });
  }

  override focus(): void {
    this.#act((view) => {
      view.focus();
    });
  }

  #act(action: (view: EditorView, module: EditorModule) => void): void {
    const [view, module] = [this.#view, this.#module];
    if (view === null || module === null) {
      this.#waiting.push(() => {
        this.#act(action);
      });
    } else {
      action(view, module);
    }
  }
}

function textOf({ path, text, readOnly = false }: EditorFile) {
  const name = path.split('/').at(-1) ?? path;
  const language: 'html' | 'javascript' = path.endsWith('.html') ? 'html' : 'javascript';
  const label = readOnly ? fr.editor.readOnly(name) : fr.editor.label(name);
  return { text, readOnly, label, language };
}

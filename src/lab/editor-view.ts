// The CodeMirror view of the lab: JavaScript, French, coloured by our tokens. Loaded apart: it is the heaviest script.
import {
  history,
  historyKeymap,
  indentWithTab,
  moveLineDown,
  moveLineUp,
  standardKeymap,
  toggleLineComment,
  undo,
} from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  StreamLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { javascript } from '@codemirror/legacy-modes/mode/javascript';
import { html } from '@codemirror/legacy-modes/mode/xml';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { EDITOR_PHRASES } from './editor-phrases.ts';

export type EditorText = {
  readonly text: string;
  /** « Éditeur : accept.js » */
  readonly label: string;
  readonly readOnly: boolean;
  readonly language: 'javascript' | 'html';
};

export type EditorOptions = {
  readonly parent: HTMLElement;
  readonly root: ShadowRoot;
  /** Id, in `root`, of the sentence that says how to leave with the keyboard. */
  readonly describedBy: string;
  readonly changed: (text: string) => void;
  readonly run: () => void;
};

/** Colours and indents without a syntax tree, which nothing here needs (docs/decisions/0004). */
const LANGUAGES = {
  javascript: StreamLanguage.define(javascript),
  html: StreamLanguage.define(html),
};

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  {
    tag: [tags.definition(tags.variableName)],
    color: 'var(--code-function)',
  },
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--code-keyword)' },
  { tag: [tags.attributeName], color: 'var(--code-function)' },
  { tag: [tags.comment], color: 'var(--code-comment)' },
  { tag: [tags.invalid], color: 'var(--fail)' },
]);

const LOOK = EditorView.theme({
  '&': { height: '100%', color: 'var(--code-ink)', fontSize: 'var(--editor-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: 'var(--editor-leading)' },
  '.cm-content': { padding: 'var(--space-8) 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 var(--space-16) 0 var(--space-8)' },
  '.cm-gutters': { background: 'transparent', color: 'var(--muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 var(--space-8)', minWidth: '2.5em' },
  '&.cm-focused .cm-matchingBracket': {
    background: 'var(--selection)',
    outline: 'var(--hairline) solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'var(--fail-soft)' },
  '.cm-line ::selection, .cm-line::selection': { background: 'var(--selection)' },
});

/** Builds the view; it takes no focus by itself. */
export function createEditorView(options: EditorOptions, shown: EditorText): EditorView {
  const { parent, root } = options;
  return new EditorView({ parent, root, state: createEditorState(options, shown) });
}

/** One text with its own history of changes, to be put in the view in place of another. */
export function createEditorState(options: EditorOptions, shown: EditorText): EditorState {
  return EditorState.create({
    doc: shown.text,
    extensions: [
      EditorState.phrases.of(EDITOR_PHRASES),
      lineNumbers(),
      history(),
      indentOnInput(),
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      bracketMatching(),
      LANGUAGES[shown.language],
      syntaxHighlighting(COLOURS),
      LOOK,
      EditorView.lineWrapping,
      // Not editable at all: a phone would bring its keyboard for nothing.
      EditorView.editable.of(!shown.readOnly),
      EditorState.readOnly.of(shown.readOnly),
      EditorView.contentAttributes.of({
        'aria-label': shown.label,
        'aria-describedby': options.describedBy,
        'data-enable-grammarly': 'false',
        // Said, though what is editable has it anyway: axe wants it of what scrolls.
        tabindex: '0',
        ...(shown.readOnly && { 'aria-readonly': 'true' }),
      }),
      keymap.of([
        { key: 'Mod-Enter', run: () => (options.run(), true) },
        { key: 'Escape', run: leaveWithTab },
        // CodeMirror's whole default keymap would bring Emacs and a dozen commands that nobody meets here.
        { key: 'Mod-/', run: toggleLineComment },
        { key: 'Alt-ArrowUp', run: moveLineUp },
        { key: 'Alt-ArrowDown', run: moveLineDown },
        ...standardKeymap,
        ...historyKeymap,
        // Nothing to indent there: Tab goes on.
        ...(shown.readOnly ? [] : [indentWithTab]),
      ]),
      EditorView.domEventHandlers({ focus: keepTab, beforeinput: replaceSelection }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        update.view.setTabFocusMode(false);
        options.changed(update.state.doc.toString());
      }),
    ],
  });
}

/** After Escape, Tab leaves until something is typed: no time limit, some people are slower (WCAG 2.2.1). */
function leaveWithTab(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return false;
}

function keepTab(_event: FocusEvent, view: EditorView): boolean {
  view.setTabFocusMode(false);
  return false;
}

/**
 * Typing over a selection: left to itself Chromium copies the colour of what it replaces into a `style` attribute,
 * which `style-src 'self'` refuses with an error in the console.
 */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  const typed = event.inputType === 'insertText' ? event.data : null;
  if (typed === null || !event.cancelable || view.composing) return false;
  if (view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(typed), {
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  return true;
}

/** Puts `text` in place of everything; one undo brings back what was there. */
export function replaceText(view: EditorView, text: string): void {
  const length = view.state.doc.length;
  if (text === view.state.doc.toString()) return;
  view.dispatch({
    changes: { from: 0, to: length, insert: text },
    annotations: [Transaction.userEvent.of('input.replace'), Transaction.addToHistory.of(true)],
  });
}

/** Types `text` at the caret, or undoes; the key row of a phone has no other keys. */
export function typeText(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type' });
}

export function undoOnce(view: EditorView): void {
  undo(view);
}

/** Puts the caret at a line and column (both from 1, as engines count), and focuses. */
export function goTo(view: EditorView, lineNumber: number, column: number | null): void {
  const line = view.state.doc.line(Math.min(Math.max(lineNumber, 1), view.state.doc.lines));
  const position = Math.min(line.from + Math.max((column ?? 1) - 1, 0), line.to);
  view.dispatch({
    selection: { anchor: position },
    effects: EditorView.scrollIntoView(position, { y: 'center' }),
  });
  view.focus();
}

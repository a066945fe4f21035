// The shape of a parsed deck: what the dialect's parser promises to the catalog and to the pages.

/** A whole deck: `slides.json` in its order, one chapter per file (more where a file has `---`). */
export type Deck = {
  readonly chapters: readonly Chapter[];
  readonly warnings: readonly DeckWarning[];
};

/** A column of the deck: reveal's horizontal index. An empty chapter keeps its number. */
export type Chapter = {
  /** Zero-based, as in the dialect's links `#/<chapter>/<slide>`. */
  readonly index: number;
  /** Plain text of the first title, or the file's name where there is none. */
  readonly title: string;
  /** Path in `slides.json`. */
  readonly file: string;
  readonly slides: readonly Slide[];
};

export type Slide = {
  /** Plain text; slides of the `page-*` classes without a heading have the title of their class. */
  readonly title: string;
  /** Unique in the deck and made from the title, so that a deep link survives a reordering. */
  readonly id: string;
  /** Zero-based, inside its chapter. */
  readonly index: number;
  /** The attributes of `<!-- .slide: … -->`, `class` excepted. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  /** Markdown without markers and notes, with links to slides already resolved. */
  readonly markdown: string;
  /** Markdown of the speaker notes; empty where there are none. */
  readonly notes: string;
  readonly file: string;
  /** One-based line where the slide begins in its file. */
  readonly line: number;
  /** One-based lines of the file where `markdown` and `notes` begin, so that a warning names its own. */
  readonly markdownLine: number;
  readonly notesLine: number;
};

/** Something an author should mend, said in French, which does not stop the deck from being shown. */
export type DeckWarning = {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly message: string;
};

/** Markdown text with the path that `slides.json` gives it. */
export type DeckFile = { readonly path: string; readonly text: string };

export type DeckErrorCode =
  'DECK_LIST_MISSING' | 'DECK_LIST_INVALID' | 'DECK_FILE_MISSING' | 'DECK_STRICT';

/** A deck that cannot be built at all; its message is a French sentence for the author. */
export class DeckError extends Error {
  override readonly name = 'DeckError';
  readonly code: DeckErrorCode;

  constructor(code: DeckErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

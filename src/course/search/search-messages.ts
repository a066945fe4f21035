// What a page asks its search worker, and what it answers: plain data, since HTML never crosses.

export type SearchQuestion = { readonly id: number; readonly query: string };

/** A piece of an excerpt; what was searched for is marked. */
export type ExcerptPart = { readonly text: string; readonly marked: boolean };

export type SearchResult = {
  readonly title: string;
  /** « Les trames », « Glossaire », « Labo 1.3 ». */
  readonly place: string;
  readonly address: string;
  readonly excerpt: readonly ExcerptPart[];
};

export type SearchAnswer =
  | {
      readonly id: number;
      readonly status: 'found';
      /** Every result, those not shown included. */
      readonly total: number;
      readonly results: readonly SearchResult[];
    }
  /** The index did not come: the server does not answer, or this site was built without one. */
  | { readonly id: number; readonly status: 'unavailable' };

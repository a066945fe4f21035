// Something that the page needs from the server once: kept when it has come, asked for again when it has not.
export class FetchedOnce<Value> {
  readonly #fetch: () => Promise<Value>;
  #value: Promise<Value> | null = null;

  constructor(fetch: () => Promise<Value>) {
    this.#fetch = fetch;
  }

  /** Rejects with what `fetch` rejected with; the next call then tries again. */
  get(): Promise<Value> {
    this.#value ??= this.#fetch().catch((error: unknown) => {
      this.#value = null;
      throw error;
    });
    return this.#value;
  }
}

// First in, first out, at a constant cost: `Array.prototype.shift` moves all that waits, once it is much.

/** How many items that have left are kept before the others are moved: they then cost one move each, at most. */
const MIN_TAKEN = 1024;

export class Fifo<Item> {
  #items: (Item | undefined)[] = [];
  #taken = 0;

  get length(): number {
    return this.#items.length - this.#taken;
  }

  /** The one that leaves next. */
  get first(): Item | undefined {
    return this.#items[this.#taken];
  }

  push(item: Item): void {
    this.#items.push(item);
  }

  shift(): Item | undefined {
    const item = this.#items[this.#taken];
    if (this.length === 0) return undefined;
    // Nothing holds it here any more.
    this.#items[this.#taken] = undefined;
    this.#taken += 1;
    if (this.length === 0) this.clear();
    else if (this.#taken >= MIN_TAKEN && this.#taken >= this.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }

  clear(): void {
    this.#items = [];
    this.#taken = 0;
  }
}

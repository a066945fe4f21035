// The page's end of the search worker: started at the first question, and once more after it failed.
import type { SearchAnswer, SearchQuestion } from './search-messages.ts';

/** Real milliseconds after which a worker that says nothing is held to be gone. */
const PATIENCE = 15_000;

export class SearchClient {
  #worker: Worker | null = null;
  #last = 0;
  readonly #waiting = new Map<number, (answer: SearchAnswer) => void>();

  /** Always answers; `unavailable` where the worker cannot even start. */
  ask(query: string): Promise<SearchAnswer> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#fail();
      }, PATIENCE);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, query } satisfies SearchQuestion);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail();
    });
    return worker;
  }

  #fail(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const [id, answer] of this.#waiting) answer({ id, status: 'unavailable' });
    this.#waiting.clear();
  }
}

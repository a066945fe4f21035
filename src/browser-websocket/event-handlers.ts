// The `on…` properties: one handler each, which keeps its place among the listeners (HTML, « event handlers »).

type Handler = (event: Event) => unknown;

/** The handlers of one object, by the type of their event. */
export class EventHandlers {
  readonly #target: EventTarget;
  readonly #handlers = new Map<string, Handler>();
  readonly #listening = new Set<string>();

  constructor(target: EventTarget) {
    this.#target = target;
  }

  get(type: string): Handler | null {
    return this.#handlers.get(type) ?? null;
  }

  /** What is no function removes the handler; a new function takes the place of the former one. */
  set(type: string, handler: unknown): void {
    if (typeof handler !== 'function') {
      this.#handlers.delete(type);
      return;
    }
    this.#handlers.set(type, handler as Handler);
    if (this.#listening.has(type)) return;
    this.#listening.add(type);
    this.#target.addEventListener(type, (event) => {
      const result = this.#handlers.get(type)?.call(this.#target, event);
      if (result === false) event.preventDefault();
    });
  }
}

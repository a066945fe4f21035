// The `on…` properties: one handler each, which keeps its place among the listeners until it is removed (HTML, « event handlers »).

/** `value` is what the page set: an object that is no function is kept, and does nothing. */
type EventHandler = { value: object; readonly listener: (event: Event) => void };

/** The handlers of one object, by the type of their event. */
export class EventHandlers {
  readonly #target: EventTarget;
  readonly #handlers = new Map<string, EventHandler>();

  constructor(target: EventTarget) {
    this.#target = target;
  }

  get(type: string): object | null {
    return this.#handlers.get(type)?.value ?? null;
  }

  /** What is no object removes the handler; a new one takes the place of the former one. */
  set(type: string, value: unknown): void {
    const known = this.#handlers.get(type);
    if (isObject(value)) {
      if (known) known.value = value;
      else this.#add(type, value);
    } else if (known) {
      this.#handlers.delete(type);
      this.#target.removeEventListener(type, known.listener);
    }
  }

  #add(type: string, value: object): void {
    const handler: EventHandler = {
      value,
      listener: (event) => {
        if (typeof handler.value !== 'function') return;
        const result: unknown = Reflect.apply(handler.value, this.#target, [event]);
        if (result === false) event.preventDefault();
      },
    };
    this.#handlers.set(type, handler);
    this.#target.addEventListener(type, handler.listener);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

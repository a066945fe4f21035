// Pages that serve again once a check has left them: a frame costs more than most checks, and seeds come by the hundred.
import type { CreateSubject, Subject } from '../../grading/index.ts';

/**
 * What one of its subjects loads comes in a page that others may have had before it: the document and the module are
 * new, the window, its listeners and the time on its clock are not. What is said of a program in such a page must be
 * heard in a fresh one too.
 */
export class RecycledPages {
  readonly #create: CreateSubject;
  readonly #free: Subject[] = [];

  /** All that its subjects load are the same files. */
  constructor(create: CreateSubject) {
    this.#create = create;
  }

  readonly createSubject: CreateSubject = async (options) => {
    const subject = this.#free.pop() ?? (await this.#create(options));
    return lent(subject, () => this.#free.push(subject));
  };

  async close(): Promise<void> {
    await Promise.all(this.#free.splice(0).map((subject) => subject[Symbol.asyncDispose]()));
  }
}

/** The subject itself, but that disposing of it gives it back, unless it has ended. */
function lent(subject: Subject, giveBack: () => void): Subject {
  const listening: AsyncIterator<unknown>[] = [];
  let isOver = false;
  void subject.ended.then(() => {
    isOver = true;
  });
  return {
    load: () => subject.load(),
    ended: subject.ended,
    call: (...call) => subject.call(...call),
    probe: (source, input) => subject.probe(source, input),
    connect: (port) => subject.connect(port),
    accept: (port) => {
      const connections = subject.accept(port)[Symbol.asyncIterator]();
      listening.push(connections);
      return { [Symbol.asyncIterator]: () => connections };
    },
    clock: subject.clock,
    get answers() {
      return subject.answers;
    },
    console: subject.console,
    [Symbol.asyncDispose]: async () => {
      // A port has one listener: whoever gets the page next listens there too.
      for (const connections of listening.splice(0)) await connections.return?.();
      if (isOver) return;
      isOver = true;
      giveBack();
    },
  };
}

// A student's page with its visitor on one side and its server, the grader, on the other.
import * as v from 'valibot';
import type { ByteStream } from '../../mux/byte-stream.ts';
import {
  acceptUpgrade,
  encodeLatin1,
  examineUpgradeRequest,
  HeadReader,
  parseRequestHead,
  Receiver,
  type ReceiverEvent,
  Sender,
  serialiseResponseHead,
} from '../../wire/index.ts';
import { fail } from '../check-failure.ts';
import { describeThrown } from '../engine-messages.ts';
import { where } from '../messages.ts';
import { type Wait, waitUntil } from '../connections/wait-until.ts';
import { type Subject, SubjectEnded } from '../subject.ts';
import { PAGE } from './page-messages.ts';
import { type PageElement, parsePage } from './page-tree.ts';

const PORT = 8080;
const ADDRESS = '/chat';

/** Virtual milliseconds after what a page was told: time for pictures, and for a short delay of the student's. */
const DRAWING_TIME = 300;

const INSTALL = `
try {
  tools.install(modules[input.module].installer, input.address);
  return null;
} catch (thrown) {
  return { thrown };
}`;

const gestureSchema = v.variant('done', [
  v.object({ done: v.literal(true), reloads: v.boolean() }),
  v.object({
    done: v.literal(false),
    missing: v.picklist(['field', 'form', 'button', 'disabled']),
  }),
]);

/**
 * What became of something that the visitor did. `missing`: there was nothing to do it on. `reloads`: the form left
 * as forms do, and a browser would have loaded a page in its place.
 */
export type Gesture = v.InferOutput<typeof gestureSchema>;

/** What the page sent, as it crossed the stream. */
export type Sent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly size: number };

export class VisitedPage {
  readonly #subject: Subject;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #sender = new Sender({ role: 'server' });
  readonly #receiver = new Receiver({ role: 'server' });
  readonly #sent: Sent[] = [];
  #pongs = 0;
  #isOver = false;

  /**
   * Does in the page what `demarrage.js` does: opens the socket, calls `installer`; then answers the handshake.
   * Ends the check when `installer` throws. The page has settled when it resolves.
   */
  static async open(subject: Subject, module: string): Promise<VisitedPage> {
    const streams = subject.accept(PORT)[Symbol.asyncIterator]();
    const evidence = await subject.probe(INSTALL, { module, address: ADDRESS });
    if (evidence.type !== 'null') failInstall(evidence);
    const next = await streams.next();
    if (next.done === true) throw new SubjectEnded(await subject.ended);
    const page = new VisitedPage(subject, next.value);
    await page.#answer();
    await page.settle();
    return page;
  }

  private constructor(subject: Subject, stream: ByteStream) {
    this.#subject = subject;
    this.#writer = stream.writable.getWriter();
    this.#writer.closed.catch(ignore);
    this.#reader = stream.readable.getReader();
  }

  /** All that the page has sent so far. */
  get sent(): readonly Sent[] {
    return this.#sent;
  }

  /** Sends text messages, and waits until the page has shown what it shows of them. */
  async say(...texts: readonly string[]): Promise<void> {
    // In one chunk: a burst is one for the page, not for the grader's own loop.
    await this.#write(joined(texts.map((text) => this.#sender.text(text))));
    await this.settle();
  }

  /** Closes as a server that stops does, or cuts the connection; waits until the page has heard of it. */
  async end(how: 'close' | 'cut'): Promise<void> {
    if (how === 'close') await this.#write(this.#sender.close(1001, ''));
    await this.#writer[how === 'close' ? 'close' : 'abort']().catch(ignore);
    this.#isOver = true;
    await this.settle();
  }

  /** Everything said before has arrived, and time has passed for a picture: what is not there will not come. */
  async settle(): Promise<void> {
    const { clock } = this.#subject;
    if (!this.#isOver) {
      const pongs = this.#pongs;
      await this.#write(this.#sender.ping(Uint8Array.of(1)));
      await this.wait(() => this.#pongs > pongs || this.#isOver);
    }
    await clock.settle();
    await clock.advance(DRAWING_TIME);
    await clock.settle();
  }

  /** See `waitUntil()`. */
  wait(isDone: () => boolean, options: Wait = {}): Promise<boolean> {
    return waitUntil(this.#subject.clock, isDone, options);
  }

  /** The document as it is now. */
  read(): Promise<PageElement> {
    return VisitedPage.readAtStart(this.#subject);
  }

  /** The document of a page in which nobody has called `installer` yet. */
  static async readAtStart(subject: Subject): Promise<PageElement> {
    const evidence = await subject.probe('return tools.read();', null);
    if (evidence.type !== 'string') throw new Error(`The page was read as ${evidence.type}`);
    return parsePage(evidence.value);
  }

  async type(text: string): Promise<Gesture> {
    return this.#gesture('return tools.type(input);', text);
  }

  /** The Enter key in the field. */
  async enter(): Promise<Gesture> {
    return this.#gesture('return tools.enter();', null);
  }

  /** A click on the form's button. */
  async press(): Promise<Gesture> {
    return this.#gesture('return tools.press();', null);
  }

  async #gesture(source: string, input: string | null): Promise<Gesture> {
    const evidence = await this.#subject.probe(source, input);
    await this.settle();
    if (evidence.type !== 'string') throw new Error(`A gesture gave ${evidence.type}`);
    return v.parse(gestureSchema, JSON.parse(evidence.value));
  }

  async #answer(): Promise<void> {
    const head = new HeadReader();
    for (;;) {
      const { value, done } = await this.#reader.read();
      if (done) fail({ message: PAGE.gaveUp, hint: PAGE.gaveUpHint });
      const read = head.push(value);
      if (read === null) continue;
      const verdict = examineUpgradeRequest(parseRequestHead(read.text));
      if (!verdict.valid) throw new Error('The page sent no handshake');
      const response = acceptUpgrade({ key: verdict.request.key, subprotocol: null });
      await this.#write(encodeLatin1(serialiseResponseHead(response)));
      this.#hear(read.rest);
      void this.#listen();
      return;
    }
  }

  async #listen(): Promise<void> {
    try {
      for (;;) {
        const { value, done } = await this.#reader.read();
        if (done) break;
        this.#hear(value);
      }
    } catch {
      // The page, or its realm, has gone.
    }
    this.#isOver = true;
  }

  #hear(bytes: Uint8Array): void {
    for (const event of this.#receiver.push(bytes)) this.#note(event);
  }

  #note(event: ReceiverEvent): void {
    if (event.type === 'pong') this.#pongs += 1;
    if (event.type === 'close') this.#isOver = true;
    if (event.type !== 'message') return;
    if (event.kind === 'text') this.#sent.push({ kind: 'text', text: event.data });
    else this.#sent.push({ kind: 'binary', size: event.data.length });
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#writer.write(bytes).catch(ignore);
  }
}

function failInstall(evidence: Awaited<ReturnType<Subject['probe']>>): never {
  const thrown = evidence.type === 'object' ? evidence.entries[0]?.[1] : evidence;
  const known = thrown?.type === 'error' ? thrown : null;
  fail({
    message: PAGE.installThrew(known === null ? '?' : describeThrown(known)),
    sent: PAGE.installed,
    location: known?.location ?? null,
    where: where(known?.location ?? null),
    hint: PAGE.installHint,
  });
}

function joined(frames: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(frames.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const frame of frames) {
    bytes.set(frame, offset);
    offset += frame.length;
  }
  return bytes;
}

function ignore(): void {
  // What a page that is gone does not take is lost, as with TCP.
}

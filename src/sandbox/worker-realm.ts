// One worker of the frame, from its birth as a spare to its end: the link that a Subject is made of.
import type { AgentLink } from '../grading/agent-link.ts';
import type { Ending } from '../grading/subject.ts';
import {
  createMux,
  messagePortCarrier,
  type ByteStream,
  type IncomingStream,
  type Mux,
} from '../mux/index.ts';
import { PAGE_LEFT } from './frame/frame-messages.ts';
import { createFloodGuard, FLOOD_CAPS, guardCarrier } from './flood-guard.ts';
import { PortListeners } from './port-listeners.ts';
import type { SandboxFrame } from './sandbox-frame.ts';
import { withSyntaxLocation } from './syntax-location.ts';
import type { TerminationThrottle } from './termination-throttle.ts';

type Handlers = Parameters<AgentLink['listen']>[0];

/** Milliseconds of silence after which a worker is taken to be in a loop rather than idle. */
const BLOCKED_AFTER = 300;

//   booting ──ready──► spare ──listen()──► running ──gone, kill()──► ended
// `booting` and `spare` end too, when the frame is lost or the runtime fails.
export class WorkerRealm {
  readonly #frame: SandboxFrame;
  readonly #throttle: TerminationThrottle;
  readonly #control: MessagePort;
  readonly #mux: Mux;
  /** `null` once taken. */
  #network: MessagePort | null;
  readonly #listeners = new PortListeners();
  readonly #terminate: () => Promise<void>;
  readonly #ready = Promise.withResolvers<undefined>();
  /** What arrived before anybody listened. */
  #early: unknown[] = [];
  #handlers: Handlers | null = null;
  #ending: Ending | null = null;
  #stopWatch: () => void = () => undefined;
  #forgetFrame: () => void = () => undefined;

  /** When the oldest command was posted that nothing has come after. */
  #unansweredSince: number | null = null;

  constructor(frame: SandboxFrame, throttle: TerminationThrottle) {
    this.#frame = frame;
    this.#throttle = throttle;
    const control = new MessageChannel();
    const streams = new MessageChannel();
    const network = new MessageChannel();
    this.#network = network.port1;
    this.#control = control.port1;
    const isFlood = createFloodGuard(FLOOD_CAPS.messages, () => performance.now());
    this.#control.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isFlood()) this.end({ reason: 'flood' });
      else this.#receive(data);
    };
    const isFrameFlood = createFloodGuard(FLOOD_CAPS.frames, () => performance.now());
    const flooded = (): void => {
      this.end({ reason: 'flood' });
    };
    const carrier = guardCarrier(messagePortCarrier(streams.port1), isFrameFlood, flooded);
    this.#mux = createMux(carrier, {
      side: 'opener',
      onStream: (stream: IncomingStream) => {
        this.#listeners.offer(stream);
      },
    });
    const worker = frame.spawn([control.port2, streams.port2, network.port2], (message) => {
      if (message === PAGE_LEFT) this.end({ reason: 'left' });
      this.#ready.reject(new Error(`The sandbox’s runtime failed: ${message}`));
    });
    this.#terminate = worker.terminate;
    this.#forgetFrame = frame.onLost(() => {
      this.end({ reason: 'memory' });
    });
    // Nobody may be waiting when it fails.
    this.#ready.promise.catch(() => undefined);
  }

  /** Resolves when the agent listens; rejects when the worker could not start. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** False once ended, or when the frame does not answer in `milliseconds`: the frame is then closed. */
  async isAlive(milliseconds: number): Promise<boolean> {
    if (this.#ending !== null) return false;
    const isAnswering = await this.#frame.isAlive(milliseconds);
    // This realm, among others, ends with it.
    if (!isAnswering) this.#frame.close();
    return isAnswering;
  }

  /** What `createAgentSubject` needs. `files` are the student's, to point into when their syntax is wrong. */
  link(files: Readonly<Record<string, string>>): AgentLink {
    return {
      every: this.#frame.every,
      post: (command) => {
        if (this.#ending !== null) return;
        this.#unansweredSince ??= performance.now();
        this.#control.postMessage(command);
      },
      listen: (handlers) => {
        if (this.#ending === null) this.#stopWatch = this.#frame.watch();
        this.#handlers = withSyntaxLocation(handlers, this.#frame, files);
        for (const data of this.#early.splice(0)) this.#handlers.message(data);
        if (this.#ending !== null) this.#handlers.gone(this.#ending);
      },
      kill: () => this.kill(),
      connect: (port): Promise<ByteStream> => this.#mux.connect({ port }),
      accept: (port) => this.#listeners.accept(port),
    };
  }

  /** A second way into the student's network, for whoever the port is transferred to. Throws the second time. */
  takeNetwork(): MessagePort {
    const network = this.#network;
    if (network === null) throw new Error('The network port was taken already');
    this.#network = null;
    return network;
  }

  /** Stops the worker at once, whatever it is doing. Idempotent. */
  async kill(): Promise<void> {
    if (this.#ending === null) this.#close({ reason: 'disposed' });
    await this.#terminate();
  }

  /** The realm is over, by no will of the grader's. */
  end(ending: Ending): void {
    if (this.#ending !== null) return;
    this.#close(ending);
    void this.#terminate();
    this.#handlers?.gone(ending);
  }

  #close(ending: Ending): void {
    this.#ending = ending;
    this.#stopWatch();
    this.#forgetFrame();
    const silence = performance.now() - (this.#unansweredSince ?? Infinity);
    if (silence > BLOCKED_AFTER) this.#throttle.burning();
    this.#ready.reject(new Error(`The worker ended: ${ending.reason}`));
    this.#control.close();
    this.#network?.close();
    this.#mux.close();
    this.#listeners.close();
  }

  #receive(data: unknown): void {
    this.#unansweredSince = null;
    if (isReady(data)) this.#ready.resolve(undefined);
    if (this.#handlers === null) this.#early.push(data);
    else this.#handlers.message(data);
  }
}

function isReady(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'ready';
}

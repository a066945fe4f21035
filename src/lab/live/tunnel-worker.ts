// The tunnel, in a worker of the page's own origin: a busy page slows no visitor, and no byte crosses its main thread.
import { liveWords } from '../../i18n/live.ts';
import { createMux, messagePortCarrier, type Mux } from '../../mux/index.ts';
import { MAX_VISITORS } from '../../live/index.ts';
import { createFloodGuard, FLOOD_CAPS, guardCarrier } from '../../sandbox/flood-guard.ts';
import { RelayLink } from './relay-link.ts';
import { relayVisitor } from './relay-visitor.ts';
import type { TunnelCommand, TunnelReport } from './tunnel-messages.ts';
import { WireTap } from './wire-tap.ts';

type Opening = Extract<TunnelCommand, { type: 'open' }>;

const wait = (milliseconds: number, callback: () => void): void => {
  setTimeout(callback, milliseconds);
};

function report(message: TunnelReport, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

/** Everything between the relay and the student's worker, for as long as the server is online. */
class Tunnel {
  readonly tap: WireTap;
  readonly #student: Mux;
  readonly #link: RelayLink;
  /** Numbers go on over a cut; stream ids start again. */
  #visitors = 0;
  #numbers = new Map<number, number>();

  constructor({ relay, network, port }: Opening) {
    const started = performance.now();
    this.tap = new WireTap({
      now: () => performance.now() - started,
      wait,
      deliver: (events) => {
        const buffers = events.flatMap((event) =>
          event.kind === 'bytes' ? [event.bytes.buffer as ArrayBuffer] : [],
        );
        report({ type: 'events', events }, buffers);
      },
    });
    this.#student = createMux(guardedCarrier(network), { side: 'opener' });
    // A student's worker that breaks the protocol is as hostile as one that floods.
    void this.#student.closed.then(({ violation }) => {
      if (violation !== null) report({ type: 'flood' });
    });
    this.#link = new RelayLink({
      connect: () => new WebSocket(relay),
      wait,
      chance: Math.random,
      claimed: ({ code, origins, loopbackOnly, restart }, isSame) => {
        this.#numbers.clear();
        report({ type: 'claimed', claim: { code, origins, loopbackOnly, restart }, isSame });
      },
      cut: () => {
        report({ type: 'cut' });
      },
      over: (code) => {
        report({ type: 'over', code });
      },
      warning: ({ visitor, reason, detail }) => {
        const connection = visitor === null ? null : (this.#numbers.get(visitor) ?? null);
        report({ type: 'warning', connection, warning: { reason, detail } });
      },
      visitor: (incoming) => {
        const number = ++this.#visitors;
        const { remoteAddress = null } = incoming.metadata;
        const tap = this.tap.open(number, liveWords.visitor(number, remoteAddress));
        const accepted = (streamId: number): void => {
          this.#numbers.set(streamId, number);
          // Warnings come during a visit or just after it: old numbers are of no more use.
          const [oldest] = this.#numbers.keys();
          if (this.#numbers.size > 4 * MAX_VISITORS && oldest !== undefined)
            this.#numbers.delete(oldest);
        };
        relayVisitor(incoming, { student: this.#student, port, tap, accepted });
      },
    });
  }

  close(): void {
    this.#link.close();
    this.#student.close();
  }
}

function guardedCarrier(network: MessagePort) {
  const isFlood = createFloodGuard(FLOOD_CAPS.frames, () => performance.now());
  return guardCarrier(messagePortCarrier(network), isFlood, () => {
    report({ type: 'flood' });
  });
}

let tunnel: Tunnel | null = null;

addEventListener('message', ({ data }: MessageEvent<TunnelCommand>) => {
  switch (data.type) {
    case 'open':
      tunnel ??= new Tunnel(data);
      break;
    case 'acknowledge':
      tunnel?.tap.acknowledge();
      break;
    case 'close':
      tunnel?.close();
      break;
  }
});

// The tunnel, in a worker of the page's own origin: a busy page slows no visitor, and no byte crosses its main thread.
import { liveWords } from '../../i18n/live.ts';
import { createMux, messagePortCarrier, type IncomingStream, type Mux } from '../../mux/index.ts';
import { MAX_VISITORS, type StudentPage } from '../../live/index.ts';
import { createFloodGuard, FLOOD_CAPS, guardCarrier } from '../../sandbox/flood-guard.ts';
import { watchDeparture } from './departure-watch.ts';
import { RelayLink, type RelayLinkHost, type RelayLinkOptions } from './relay-link.ts';
import { relayVisitor } from './relay-visitor.ts';
import type { TunnelCommand, TunnelReport, TunnelStart } from './tunnel-messages.ts';
import { WireTap } from './wire-tap.ts';

const wait = (milliseconds: number, callback: () => void): void => {
  setTimeout(callback, milliseconds);
};

function report(message: TunnelReport): void {
  postMessage(message);
}

/** Everything between the relay and the student's workers, for as long as the server is online. */
class Tunnel {
  readonly tap: WireTap;
  readonly #link: RelayLink;
  #student: Student | null = null;
  /** Numbers go on over a cut and a restart; stream ids start again with each connection to the relay. */
  #visitors: number;
  readonly #numbers = new Map<number, number>();

  constructor(relay: string, { startedAt, visits, ...options }: TunnelStart & RelayLinkOptions) {
    this.#visitors = visits;
    this.tap = new WireTap({
      // The time of day, by a clock that nobody sets.
      now: () => performance.timeOrigin + performance.now() - startedAt,
      wait,
      deliver: (events, untold) => {
        report({ type: 'events', events, untold });
      },
    });
    const host: RelayLinkHost = {
      connect: () => new WebSocket(relay),
      wait,
      chance: Math.random,
      claimed: ({ code, secret, origins, loopbackOnly, restart }, isSame) => {
        this.#numbers.clear();
        const claim = { code, origins, loopbackOnly, restart };
        report({ type: 'claimed', claim, holding: { code, secret }, isSame });
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
        this.#receive(incoming);
      },
      page: (refusal) => {
        report({ type: 'page', refusal });
      },
    };
    this.#link = new RelayLink(host, options);
  }

  /** `null`: nobody answers for now. */
  setStudent(student: Student | null): void {
    this.#student?.mux.close();
    this.#student = student;
  }

  givePage(page: StudentPage): void {
    this.#link.givePage(page);
  }

  close(): void {
    this.#link.close();
    this.setStudent(null);
  }

  #receive(incoming: IncomingStream): void {
    if (this.#student === null) {
      incoming.refuse();
      return;
    }
    const { mux, port } = this.#student;
    const number = ++this.#visitors;
    const { remoteAddress = null } = incoming.metadata;
    const tap = watchDeparture(this.tap.open(number, liveWords.visitor(number, remoteAddress)), {
      wait,
      left: () => {
        report({ type: 'left', connection: number });
      },
    });
    const accepted = (streamId: number): void => {
      this.#numbers.set(streamId, number);
      // Warnings come during a visit or just after it: old numbers are of no more use.
      const [oldest] = this.#numbers.keys();
      if (this.#numbers.size > 4 * MAX_VISITORS && oldest !== undefined)
        this.#numbers.delete(oldest);
    };
    relayVisitor(incoming, { student: mux, port, tap, accepted });
  }
}

type StudentCommand = Extract<TunnelCommand, { type: 'student' }>;
type Student = { readonly mux: Mux; readonly port: number };

function openStudent({ network, port, run }: StudentCommand): Student {
  const isFlood = createFloodGuard(FLOOD_CAPS.frames, () => performance.now());
  const carrier = guardCarrier(messagePortCarrier(network), isFlood, () => {
    report({ type: 'unsound', run, how: 'flood' });
  });
  const mux = createMux(carrier, { side: 'opener' });
  // The student's code shares a realm with its network: a built-in that it replaces may break what is said here.
  void mux.closed.then(({ violation }) => {
    if (violation !== null) report({ type: 'unsound', run, how: 'violation' });
  });
  return { mux, port };
}

let tunnel: Tunnel | null = null;

addEventListener('message', ({ data }: MessageEvent<TunnelCommand>) => {
  switch (data.type) {
    case 'open':
      tunnel ??= new Tunnel(data.relay, data);
      break;
    case 'page':
      tunnel?.givePage(data.page);
      break;
    case 'student':
      tunnel?.setStudent(openStudent(data));
      break;
    case 'no-student':
      tunnel?.setStudent(null);
      break;
    case 'acknowledge':
      tunnel?.tap.acknowledge();
      break;
    case 'close':
      tunnel?.close();
      break;
  }
});

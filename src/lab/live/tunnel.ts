// The page's end of its tunnel worker: commands out, reports in.
import { LIVE_ENDPOINT, type StudentPage } from '../../live/index.ts';
import type { RelayLinkOptions } from './relay-link.ts';
import type { TunnelCommand, TunnelReport, TunnelStart } from './tunnel-messages.ts';

/** Real milliseconds that the worker has to close its WebSocket properly. */
const FAREWELL = 1_000;

type StudentCommand = Extract<TunnelCommand, { type: 'student' }>;

export class Tunnel {
  readonly #worker: Worker;

  /** Claims a code at once. `failed`: the worker itself could not start. */
  constructor(
    options: TunnelStart & Required<RelayLinkOptions>,
    heard: (report: TunnelReport) => void,
    failed: () => void,
  ) {
    this.#worker = new Worker(new URL('./tunnel-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TunnelReport>) => {
      if (data.type === 'events') this.#post({ type: 'acknowledge' });
      heard(data);
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      failed();
    });
    this.#post({ type: 'open', relay: relayAddress(location), ...options });
  }

  /** Sends visitors to a student's server; `null`: to nobody. */
  serve(student: Omit<StudentCommand, 'type'> | null): void {
    if (student === null) this.#post({ type: 'no-student' });
    else this.#post({ type: 'student', ...student }, [student.network]);
  }

  /** What visitors are shown from now on. */
  givePage(page: StudentPage): void {
    this.#post({ type: 'page', page });
  }

  close(): void {
    this.#post({ type: 'close' });
    setTimeout(() => {
      this.#worker.terminate();
    }, FAREWELL);
  }

  #post(command: TunnelCommand, transfer: Transferable[] = []): void {
    this.#worker.postMessage(command, transfer);
  }
}

function relayAddress({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${LIVE_ENDPOINT}`;
}

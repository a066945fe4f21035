import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LIVE_CLOSE } from '../../live/index.ts';
import type { Program, Sandbox } from '../../sandbox/index.ts';
import { goOnline } from './online-server.ts';
import type { TunnelCommand, TunnelReport } from './tunnel-messages.ts';

const listening = { status: 'listening', port: 1 } as const;
const unsound = { status: 'failed', failure: { message: '', hint: null, location: null } } as const;
const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** Of the starts to come; then all of them listen. */
const outcomes = vi.hoisted((): (typeof listening | typeof unsound)[] => []);

vi.mock(import('./start-server.ts'), async (original) => ({
  ...(await original()),
  startServer: () => Promise.resolve(outcomes.shift() ?? listening),
}));

/** Stands for the tunnel's worker: keeps what it is told, and reports what a test wants. */
class TunnelWorker extends EventTarget {
  static readonly commands: TunnelCommand[] = [];
  static report: (report: TunnelReport) => void;

  constructor() {
    super();
    TunnelWorker.report = (data) => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    };
  }

  postMessage(command: TunnelCommand): void {
    TunnelWorker.commands.push(command);
  }
}

const runsServed = (): number[] =>
  TunnelWorker.commands.flatMap((command) => (command.type === 'student' ? [command.run] : []));

/** What each tunnel was opened with. */
const tunnels = () => TunnelWorker.commands.filter((command) => command.type === 'open');

beforeEach(() => {
  TunnelWorker.commands.splice(0);
  vi.stubGlobal('Worker', TunnelWorker);
  vi.stubGlobal('location', { protocol: 'http:', host: 'localhost' });
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A server online, of programs that note when they are disposed of. */
function startOnline() {
  const disposed: number[] = [];
  let programs = 0;
  const createProgram = (): Promise<Program> => {
    const number = ++programs;
    return Promise.resolve({
      ended: new Promise(() => undefined),
      takeNetworkPort: () => new MessageChannel().port1,
      dispose: () => Promise.resolve(void disposed.push(number)),
    } as unknown as Program);
  };
  const program = { files: {}, module: 'm', packages: [], page: null };
  const sandbox = { createProgram } as unknown as Sandbox;
  const server = goOnline({ sandbox, program, made: { export: 'e', options: null } });
  return { server, program, disposed };
}

function reportClaim(): void {
  const claim = { code: 'abc', origins: [], loopbackOnly: true, restart: null };
  const holding = { code: 'abc', secret: 'def' };
  TunnelWorker.report({ type: 'claimed', claim, holding, isSame: false });
}

test('a flood of the program before a restart is not held against the one after; its own is, once', async () => {
  const { server, program, disposed } = startOnline();
  await vi.waitUntil(() => runsServed().length === 1);
  reportClaim();
  server.restart(program);
  await vi.waitUntil(() => runsServed().length === 2);
  await vi.waitUntil(() => server.state.get().status === 'online');
  const [first = 0, second = 0] = runsServed();

  TunnelWorker.report({ type: 'unsound', run: first, how: 'flood' });
  expect([server.state.get().status, disposed]).toEqual(['online', [1]]);
  TunnelWorker.report({ type: 'unsound', run: second, how: 'flood' });
  TunnelWorker.report({ type: 'unsound', run: second, how: 'flood' });
  expect([server.state.get().status, disposed]).toEqual(['failed', [1, 2]]);
});

test('visits are dated from when the server went online, not from a program that could not start', async () => {
  outcomes.push(unsound);
  const { server, program } = startOnline();
  await vi.waitUntil(() => server.state.get().status === 'failed');
  vi.setSystemTime(START + 12 * MINUTE);
  server.restart(program);
  await vi.waitUntil(() => runsServed().length === 1);
  expect(server.startedAt).toBeGreaterThanOrEqual(START + 12 * MINUTE);
  expect(tunnels()).toMatchObject([{ startedAt: server.startedAt, visits: 0 }]);
});

test('a tunnel after one that the relay has ended goes on with its numbers and its time', async () => {
  const { server, program } = startOnline();
  await vi.waitUntil(() => runsServed().length === 1);
  reportClaim();
  const opened = { kind: 'opened', connection: 1, at: 5, label: 'Visiteur 1' } as const;
  TunnelWorker.report({ type: 'events', events: [opened], untold: 2 });
  TunnelWorker.report({ type: 'over', code: LIVE_CLOSE.IDLE });
  const { startedAt } = server;
  vi.setSystemTime(START + 12 * MINUTE);
  server.restart(program);
  await vi.waitUntil(() => runsServed().length === 2);
  expect(server.visits.get()).toMatchObject({ total: 3, visitors: [{ number: 1 }] });
  expect(tunnels()).toMatchObject([{ startedAt }, { startedAt, visits: 3 }]);
  expect(server.startedAt).toBe(startedAt);
});

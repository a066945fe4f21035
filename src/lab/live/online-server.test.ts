import { expect, test, vi } from 'vitest';
import type { Program, Sandbox } from '../../sandbox/index.ts';
import { goOnline } from './online-server.ts';
import type { TunnelCommand, TunnelReport } from './tunnel-messages.ts';

vi.mock(import('./start-server.ts'), async (original) => ({
  ...(await original()),
  startServer: () => Promise.resolve({ status: 'listening', port: 1 }),
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

test('a flood of the program before a restart is not held against the one after; its own is, once', async () => {
  vi.stubGlobal('Worker', TunnelWorker);
  vi.stubGlobal('location', { protocol: 'http:', host: 'localhost' });
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
  await vi.waitUntil(() => runsServed().length === 1);
  const claim = { code: 'abc', origins: [], loopbackOnly: true, restart: null };
  const holding = { code: 'abc', secret: 'def' };
  TunnelWorker.report({ type: 'claimed', claim, holding, isSame: false });
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

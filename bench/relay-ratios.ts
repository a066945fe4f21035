// What the live relay costs, in ratios: its server's part against two Node pipes, the whole of it against a direct `ws` echo.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser } from '@playwright/test';
import { percentile } from './percentiles.ts';
import type { ServerPart } from './relay/server-part.ts';
import { measureWhole } from './relay/whole.ts';

/** Prints the rows of the live relay. `dist` is the built site. */
export async function benchRelay(browser: Browser, dist: string): Promise<void> {
  const { pipes, relay, isPinned } = await measureServerPart();
  console.log(`Live relay, its server’s part${isPinned ? ', all on one core' : ''}`);
  console.log(`  two pipes      ${describe(pipes)}`);
  console.log(`  relay          ${describe(relay)}`);
  console.log(`  round trip ×${ratio(relay, pipes).toFixed(2)} (to reach: ≤ 1.3)`);
  const whole = await measureWhole(browser, dist);
  const throughput =
    percentile(whole.relay.megabytesPerSecond, 0.5) /
    percentile(whole.direct.megabytesPerSecond, 0.5);
  const busy = percentile(whole.busyRoundTrips, 0.95) / percentile(whole.relay.roundTrips, 0.95);
  console.log('Live relay, whole: Chromium’s WebSocket, server, tab, student’s server');
  console.log(`  direct ws echo ${describe(whole.direct)}`);
  console.log(`  relay          ${describe(whole.relay)}`);
  console.log(
    `  round trip ×${ratio(whole.relay, whole.direct).toFixed(2)} (to reach: ≤ 5), ` +
      `throughput ×${throughput.toFixed(2)} (to reach: ≥ 0.15), p95 ×${busy.toFixed(2)} while the page is busy`,
  );
}

type Times = {
  readonly roundTrips: readonly number[];
  readonly megabytesPerSecond: readonly number[];
};

function ratio(measured: Times, reference: Times): number {
  return percentile(measured.roundTrips, 0.5) / percentile(reference.roundTrips, 0.5);
}

function describe({ roundTrips, megabytesPerSecond }: Times): string {
  const [p50, p95] = [percentile(roundTrips, 0.5), percentile(roundTrips, 0.95)];
  const speed = percentile(megabytesPerSecond, 0.5);
  return `p50 ${p50.toFixed(3)} ms · p95 ${p95.toFixed(3)} ms · ${speed.toFixed(0)} MB/s (n = ${roundTrips.length})`;
}

/** On one core where the system can: on two, waking the other one is most of what is measured. */
async function measureServerPart(): Promise<ServerPart & { isPinned: boolean }> {
  const script = path.join(import.meta.dirname, 'relay/server-part.ts');
  const pinned = await run('taskset', ['-c', '0', process.execPath, script]);
  const output = pinned ?? (await run(process.execPath, [script]));
  if (output === null) throw new Error('The server’s part could not be measured');
  // Printed by that script, whose type it is.
  return { ...(JSON.parse(output) as ServerPart), isPinned: pinned !== null };
}

/** What a command prints; null when it fails, or is not there. */
async function run(command: string, args: readonly string[]): Promise<string | null> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const failed = once(child, 'error').then(() => [1]);
  const [output, [code]] = await Promise.all([
    text(child.stdout),
    Promise.race([once(child, 'exit'), failed]) as Promise<[number | null]>,
  ]);
  return code === 0 ? output : null;
}

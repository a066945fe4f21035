// `npm start`: builds the site when it must, serves it, says where, and stops cleanly.
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { withLock } from '../build/build-lock.ts';
import { isStale } from '../build/freshness.ts';
import { build, ROOT, STAMP } from '../build/main.ts';
import { reachOf } from './addresses.ts';
import { type ListenOptions, parseCommandLine } from './command-line.ts';
import { buildFailure, listenFailure } from './failures.ts';
import { MESSAGES, USAGE } from './messages.ts';
import { createTrameServer } from './trame-server.ts';

const DIST = path.join(ROOT, 'dist');

const commandLine = parseCommandLine(process.argv.slice(2), process.env);
switch (commandLine.status) {
  case 'help':
    console.log(USAGE);
    break;
  case 'wrong':
    console.error(`${commandLine.sentence}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  case 'run':
    if (await ensureBuilt()) await serve(commandLine.listen);
    break;
}

/** False when the site could not be built; the reason was said. */
async function ensureBuilt(): Promise<boolean> {
  if (!(await isStale(ROOT, path.join(DIST, STAMP)))) return true;
  console.log(MESSAGES.building);
  const started = performance.now();
  try {
    await withLock(path.join(ROOT, '.trame/build.lock'), async () => {
      // Whoever held the lock before us has perhaps just built it.
      if (await isStale(ROOT, path.join(DIST, STAMP))) await build();
    });
  } catch (error) {
    return fail(buildFailure(error, DIST));
  }
  console.log(MESSAGES.built((performance.now() - started) / 1000));
  return true;
}

async function serve(listen: ListenOptions): Promise<void> {
  const server = createTrameServer({ dist: DIST });
  try {
    const { local, lan, isPublic } = reachOf(await server.listen(listen), networkInterfaces());
    console.log(MESSAGES.listening(local, lan, isPublic));
  } catch (error) {
    const sentence = listenFailure(error, listen);
    if (sentence === null) throw error;
    fail(sentence);
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log(MESSAGES.stopping);
      // Whatever still runs (a build's worker, a timer) must not keep a stopped server alive.
      void server.close().then(() => process.exit(0));
    });
  }
}

function fail(sentence: string): false {
  console.error(sentence);
  process.exitCode = 1;
  return false;
}

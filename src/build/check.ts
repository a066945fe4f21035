// `npm run check`: the one gate. Every rule that a program can check is here, and nowhere else.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

type Gate = { readonly name: string; readonly command: readonly string[] };

/** What reads the sources only; these may run side by side. */
const STATIC_GATES: readonly Gate[] = [
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'error'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'unit tests', command: ['vitest', 'run'] },
  { name: 'types of the portable rooms', command: ['tsc', '-p', 'tsconfig.pure.json'] },
  { name: 'spelling', command: ['node', 'src/build/spelling/main.ts'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'import table',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'labs'],
  },
  { name: 'dead code', command: ['knip'] },
  // One seed here; `npm run graders -- --seeds 100` is a command apart.
  { name: 'graders', command: ['node', 'src/cli/graders.ts', '--seeds', '1'] },
];

/** What needs the built site; in order. */
const BUILT_GATES: readonly Gate[] = [
  { name: 'build', command: ['node', 'src/build/main.ts'] },
  { name: 'sizes', command: ['size-limit'] },
  { name: 'HTML', command: ['html-validate', 'dist/**/*.html'] },
];

type Result = { readonly gate: Gate; readonly passed: boolean; readonly seconds: number };

/** Runs one gate with its output held back, so that two gates never interleave their lines. */
function run(gate: Gate): Promise<Result> {
  const started = performance.now();
  const [command = '', ...args] = gate.command;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      const passed = code === 0;
      const seconds = (performance.now() - started) / 1000;
      console.log(`${passed ? '✓' : '✗'} ${gate.name} (${seconds.toFixed(1)} s)`);
      if (!passed || gate.name === 'unit tests') process.stdout.write(Buffer.concat(output));
      resolve({ gate, passed, seconds });
    });
  });
}

async function runLanes(gates: readonly Gate[], lanes: number): Promise<Result[]> {
  const waiting = [...gates];
  const results: Result[] = [];
  const lane = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      results.push(await run(gate));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

const results = await runLanes(STATIC_GATES, Math.min(2, availableParallelism()));
// A site that does not type-check is not worth building, but its other faults are worth knowing.
for (const gate of BUILT_GATES) {
  if (results.every(({ passed }) => passed)) results.push(await run(gate));
}
const failed = results.filter(({ passed }) => !passed);
console.log(
  failed.length === 0
    ? `check: ${results.length} gates passed`
    : `check: failed: ${failed.map(({ gate }) => gate.name).join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

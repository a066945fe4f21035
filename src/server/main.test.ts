// `npm start` as a process: where it serves, how it stops, and what it says when it cannot start.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '../..');
let root: string;

/** A copy of the project, in a path with spaces, that was built already: its site is one page. */
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'trame à démarrer '));
  await cp(path.join(PROJECT, 'src'), path.join(root, 'src'), { recursive: true });
  await cp(path.join(PROJECT, 'package.json'), path.join(root, 'package.json'));
  await symlink(path.join(PROJECT, 'node_modules'), path.join(root, 'node_modules'));
  await mkdir(path.join(root, 'dist'));
  await writeFile(path.join(root, 'dist', 'index.html'), 'Accueil');
  await writeFile(path.join(root, 'dist', '.built'), '');
});

afterAll(() => rm(root, { recursive: true }));

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** Runs the command of `npm start`, from another folder than the project's. */
function start(...args: string[]): Started {
  const preload = path.join(root, 'src/cli/require-node.mjs');
  const main = path.join(root, 'src/server/main.ts');
  return spawn(process.execPath, ['--import', preload, main, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finish(child: Started) {
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

/** The first address that the process prints. */
async function addressOf(child: Started): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const address = /http:\/\/\S+/.exec(said);
    if (address && said.includes('Ctrl+C')) return address[0];
  }
  throw new Error(`The server said no address: ${said}`);
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'it serves, and on %s says goodbye to its WebSockets and exits 0',
  async (signal) => {
    const child = start('--port', '0', '--host', '127.0.0.1');
    const exited = once(child, 'exit');
    const address = await addressOf(child);
    expect(await (await fetch(address)).text()).toBe('Accueil');
    const client = new WebSocket(`${address.replace('http', 'ws')}/ws/echo`);
    await once(client, 'open');
    const closing = once(client, 'close') as Promise<[CloseEvent]>;
    child.kill(signal);
    const [event] = await closing;
    expect(event.code).toBe(1001);
    expect(await exited).toEqual([0, null]);
  },
);

test('a port already taken is one sentence that names another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await finish(start('--port', String(port), '--host', '127.0.0.1'));
  other.close();
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`Le port ${port} est déjà pris`);
});

test('an address of another machine is one sentence', async () => {
  const { code, stderr } = await finish(start('--port', '0', '--host', '192.0.2.1'));
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain('192.0.2.1');
});

test('a wrong option shows the usage and exits 2', async () => {
  const { code, stderr } = await finish(start('--prot', '80'));
  expect(code).toBe(2);
  expect(stderr).toContain('--prot');
  expect(stderr).toContain('npm start -- [--port N]');
});

test('--help shows the usage and exits 0', async () => {
  const { code, stdout, stderr } = await finish(start('--help'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('--host ADRESSE');
});

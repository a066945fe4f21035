// The project that a student downloads, unpacked and run by a real Node: two clients chat through it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { allSteps, loadCourse } from '../../catalog/index.ts';
import { serveOnePackage } from './npm-registry.fixture.ts';
import { programFiles, projectFiles, type ProjectParts } from './project-files.ts';
import { zipProject } from './zip-project.ts';

const ROOT = new URL('../../../', import.meta.url).pathname;
const run = promisify(execFile);

const course = await loadCourse(ROOT);
const given = course.labs.find(({ slug }) => slug === 'chat')?.project ?? {};
const steps = allSteps(course)
  .filter(({ number }) => number.startsWith('5.'))
  .map(({ number, files, solution }) => ({
    number,
    files: solution,
    given: Object.keys(solution).filter((path) => !files.includes(path)),
  }));
const parts = (own: ProjectParts['own'] = {}): ProjectParts => ({
  steps,
  own,
  given,
  ws: '8.0.0',
});

describe('the files of a project', () => {
  test('are the student’s where they have some, the solutions elsewhere, and what the lab gives', () => {
    const files = programFiles(parts({ 'chat/registre.js': '// le mien' }));
    const from = Object.fromEntries(files.map((file) => [file.path, file.from]));
    expect(from).toMatchObject({
      'chat/registre.js': 'student',
      'chat/coeur.js': 'solution',
      'chat/assemblage.js': 'given',
      'chat/page/app.js': 'solution',
      'chat/page/demarrage.js': 'given',
      'demarrer.js': 'given',
    });
    expect(files.find((file) => file.path === 'chat/registre.js')?.text).toBe('// le mien');
  });

  test('never let a file of the student’s take the place of a given one', () => {
    const files = programFiles({
      steps: [{ number: '5.1', files: { 'demarrer.js': 'corrigé' } }],
      own: { 'demarrer.js': 'à moi' },
      given: { 'demarrer.js': 'donné' },
    });
    expect(files).toEqual([{ path: 'demarrer.js', text: 'donné', from: 'given' }]);
  });

  test('say in the read-me where each one comes from', () => {
    const files = projectFiles(parts({ 'chat/registre.js': '' }));
    const readme = files.find((file) => file.path === 'README.md')?.text ?? '';
    expect(readme).toMatch(/`chat\/registre\.js` : le vôtre/);
    expect(readme).toMatch(/`chat\/coeur\.js` : corrigé fourni/);
  });

  test('come back whole from the ZIP, under one folder, accents and all', () => {
    const files = projectFiles(parts({ 'chat/registre.js': '// é 😀\r\n' }));
    const entries = unzipSync(zipProject('chat', files));
    expect(Object.keys(entries)).toEqual(files.map((file) => `chat/${file.path}`));
    expect(strFromU8(entries['chat/chat/registre.js'] ?? new Uint8Array())).toBe('// é 😀\r\n');
  });
});

describe('npm i && npm start', () => {
  let folder = '';
  let registry: Awaited<ReturnType<typeof serveOnePackage>>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'trame projet-'));
    registry = await serveOnePackage(ROOT, 'ws', folder);
    const archive = zipProject('chat', projectFiles({ ...parts(), ws: registry.version }));
    for (const [name, bytes] of Object.entries(unzipSync(archive))) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const quiet = ['--no-audit', '--no-fund', '--cache', path.join(folder, 'cache')];
    await run('npm', ['i', '--registry', registry.origin, ...quiet], {
      cwd: path.join(folder, 'chat'),
    });
  }, 60_000);
  afterAll(async () => {
    registry.close();
    await rm(folder, { recursive: true });
  });

  test('opens a chat: the page is served, two clients talk, and each is told when it stops', async () => {
    const child = spawn('npm', ['start'], {
      cwd: path.join(folder, 'chat'),
      env: { ...process.env, PORT: '0' },
      detached: true,
    });
    const ended = once(child, 'close');
    try {
      const origin = await addressOf(child.stdout);
      const page = await fetch(origin);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('id="messages"');
      for (const name of ['app.js', 'demarrage.js']) {
        expect((await fetch(`${origin}${name}`)).headers.get('Content-Type')).toMatch(/javascript/);
      }
      for (const name of ['package.json', '../demarrer.js', '%2e%2e/demarrer.js', 'toString']) {
        expect((await fetch(`${origin}${name}`)).status, name).toBe(404);
      }
      const [alice, bruno] = [await join(origin, 'Alice'), await join(origin, 'Bruno')];
      alice.socket.send(JSON.stringify({ type: 'dire', texte: 'Bonjour <b>' }));
      const said = { type: 'message', auteur: 'Alice', texte: 'Bonjour <b>' };
      expect(await bruno.until('message')).toMatchObject(said);
      expect(await alice.until('message')).toMatchObject(said);
      const closed = [alice, bruno].map(({ socket }) => once(socket, 'close'));
      process.kill(-(child.pid ?? 0), 'SIGTERM');
      for (const [code] of (await Promise.all(closed)) as number[][]) expect(code).toBe(1001);
    } finally {
      try {
        process.kill(-(child.pid ?? 0), 'SIGTERM');
      } catch {
        // Already gone.
      }
      await ended;
    }
  }, 60_000);
});

/** The address that the program prints. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [address] = /http:\/\/localhost:\d+\//.exec(line) ?? [];
    if (address !== undefined) return address.replace('localhost', '127.0.0.1');
  }
  throw new Error('the chat printed no address');
}

async function join(origin: string, pseudo: string) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}chat`);
  const received: { readonly type: string }[] = [];
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString('utf8')) as { readonly type: string });
    socket.emit('told');
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'rejoindre', pseudo }));
  const until = async (type: string) => {
    for (;;) {
      const found = received.find((message) => message.type === type);
      if (found !== undefined) return found;
      await once(socket, 'told');
    }
  };
  await until('bienvenue');
  return { socket, until };
}

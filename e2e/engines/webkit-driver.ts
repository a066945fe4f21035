// A WebKitGTK of its own, driven through Debian's WebKitWebDriver: only the commands of classic WebDriver that our tests use.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { WebKit } from './webkit.ts';

/** What a `key` action takes for keys without a character (WebDriver §17.4.2). */
export const KEYS = {
  Backspace: '\uE003',
  Control: '\uE009',
  End: '\uE010',
  Escape: '\uE00C',
} as const;

/** How WebDriver names an element in JSON (WebDriver §12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Answer = { readonly value: unknown };

/** One browser window. `await using` ends the browser, its driver and its display. */
export class WebKitSession implements AsyncDisposable {
  readonly #address: string;
  readonly #processes: readonly ChildProcess[];

  private constructor(address: string, processes: readonly ChildProcess[]) {
    this.#address = address;
    this.#processes = processes;
  }

  static async open({ driver, browser, display }: WebKit): Promise<WebKitSession> {
    const processes: ChildProcess[] = [];
    try {
      const screen = process.env.DISPLAY ?? (await startDisplay(display, processes));
      const root = await startDriver(driver, screen, processes);
      const options = { binary: browser, args: ['--automation'] };
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
      const session = (await send(`${root}/session`, 'POST', { capabilities })) as {
        sessionId: string;
      };
      return new WebKitSession(`${root}/session/${session.sessionId}`, processes);
    } catch (error) {
      await stop(processes);
      throw error;
    }
  }

  async goto(url: string): Promise<void> {
    await this.#post('/url', { url });
  }

  async reload(): Promise<void> {
    await this.#post('/refresh', {});
  }

  /** Runs the body of an async function in the page, with `args` as `arguments`; gives what it returns. */
  async evaluate(body: string, ...args: readonly unknown[]): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      (async function () { ${body} }).apply(null, arguments).then(
        (value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await this.#post('/execute/async', { script, args })) as {
      value?: unknown;
      error?: string;
    };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  /** A real press on the first element that `selector` finds. */
  async click(selector: string): Promise<void> {
    const found = await this.#post('/element', { using: 'css selector', value: selector });
    const { [ELEMENT]: element } = found as Record<string, string>;
    await this.#post(`/element/${element}/click`, {});
  }

  /** Real key strokes, where the focus is. `held` stays down meanwhile. */
  async type(text: string, held: string | null = null): Promise<void> {
    const strokes = Array.from(text).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    const actions =
      held === null
        ? strokes
        : [{ type: 'keyDown', value: held }, ...strokes, { type: 'keyUp', value: held }];
    await this.#post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** PNG bytes of what the window shows. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from((await send(`${this.#address}/screenshot`, 'GET')) as string, 'base64');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await send(this.#address, 'DELETE');
    } finally {
      await stop(this.#processes);
    }
  }

  #post(path: string, body: unknown): Promise<unknown> {
    return send(this.#address + path, 'POST', body);
  }
}

/** A display without a screen, on a number that is free; gives its name. */
async function startDisplay(executable: string, processes: ChildProcess[]): Promise<string> {
  const xvfb = spawn(
    executable,
    ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1440x900x24'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  processes.push(xvfb);
  const [number] = (await once(xvfb.stdio[3] as Readable, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function startDriver(
  executable: string,
  display: string,
  processes: ChildProcess[],
): Promise<string> {
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' };
  // A group of its own: the browser that it starts would outlive it.
  const driver = spawn(executable, [`--port=${port}`], { stdio: 'ignore', env, detached: true });
  processes.push(driver);
  const root = `http://127.0.0.1:${port}`;
  while (driver.exitCode === null) {
    const status = await send(`${root}/status`, 'GET').catch(() => null);
    if (status !== null) return root;
  }
  throw new Error(`${executable} stopped at once (${driver.exitCode})`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The `value` of the driver's answer. Throws what the driver says is wrong. */
async function send(address: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as Answer;
  if (!response.ok) throw new Error(`${method} ${address}: ${JSON.stringify(value)}`);
  return value;
}

async function stop(processes: readonly ChildProcess[]): Promise<void> {
  for (const child of [...processes].reverse()) {
    if (child.exitCode !== null || child.pid === undefined) continue;
    const exited = once(child, 'exit');
    child.kill();
    await exited;
  }
}

// Stands between Playwright and a stock Firefox: the same WebDriver BiDi, but for the one command that ESR lacks.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

/** Playwright 1.65 sends it to every context, whatever its options; Firefox ESR 153 answers « unknown command ». */
const MISSING_COMMAND = 'emulation.setMediaFeaturesOverride';

/** The line by which Firefox says where it listens, and Playwright hears it. */
const LISTENING = /^WebDriver BiDi listening on (ws:\/\/.*)$/;

const [executable, ...args] = process.argv.slice(2);
if (executable === undefined) throw new Error('Usage: firefox-launcher.ts <firefox> <arguments…>');

const firefox = spawn(executable, args, { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => firefox.kill(signal));
}
for await (const line of createInterface({ input: firefox.stderr })) {
  const address = LISTENING.exec(line)?.[1];
  if (address === undefined) console.error(line);
  else console.error(`WebDriver BiDi listening on ${await proxy(address)}`);
}

/** Listens on a free port of the loopback address and passes everything on to `address`; gives its own. */
async function proxy(address: string): Promise<string> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (client, request) => {
    const browser = new WebSocket(address + (request.url ?? ''), { perMessageDeflate: false });
    const opened = once(browser, 'open');
    client.on('message', (data: Buffer) => {
      const text = data.toString();
      const answer = answerInstead(text);
      if (answer !== null) client.send(answer);
      else
        void opened.then(() => {
          browser.send(text);
        });
    });
    browser.on('message', (data: Buffer) => {
      client.send(data.toString());
    });
    client.on('close', () => {
      browser.close();
    });
    browser.on('close', () => {
      client.close();
    });
    browser.on('error', () => {
      client.terminate();
    });
    client.on('error', () => {
      browser.terminate();
    });
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The success that a context without media features to override would have been told anyway, or `null`. */
function answerInstead(text: string): string | null {
  if (!text.includes(MISSING_COMMAND)) return null;
  const { id, method } = JSON.parse(text) as { id: number; method: string };
  return method === MISSING_COMMAND ? JSON.stringify({ type: 'success', id, result: {} }) : null;
}

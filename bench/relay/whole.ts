// The whole relay, from a browser's own WebSocket to a server that a student wrote in a page, against a direct `ws` echo.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { portOf, startLink } from './link.ts';

export type Echo = { readonly roundTrips: number[]; readonly megabytesPerSecond: number[] };
export type Whole = {
  /** The server's own `/ws/echo`. */
  readonly direct: Echo;
  readonly relay: Echo;
  /** Round trips through the relay while the page's main thread is busy four fifths of the time. */
  readonly busyRoundTrips: number[];
};

const LAB = '/labos/poignee-de-main/1-7/';
const ROUNDS = 6;
const SAMPLES_PER_ROUND = 40;
/** A browser's clock is coarse: a sample is the mean of so many round trips in a row. */
const TRIPS_PER_SAMPLE = 10;
const MESSAGE = 64;
const LOAD = { size: 32 * 1024, count: 500, inFlight: 16 };

/** `dist` is the built site. Turn and turn about, so that what else the machine does hurts all alike. */
export async function measureWhole(browser: Browser, dist: string): Promise<Whole> {
  const server = await startLink('relay.ts', dist);
  const origin = `http://localhost:${portOf(server)}`;
  const tab = await browser.newPage();
  const path = await putOnline(tab, origin);
  const visitor = await browser.newPage();
  await visitor.goto(origin);
  const result = {
    direct: { roundTrips: [] as number[], megabytesPerSecond: [] as number[] },
    relay: { roundTrips: [] as number[], megabytesPerSecond: [] as number[] },
    busyRoundTrips: [] as number[],
  };
  const paths = { direct: '/ws/echo', relay: path };
  // One round more than is kept: the first only warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of ['direct', 'relay'] as const) {
      const roundTrips = await trips(visitor, paths[name]);
      const megabytesPerSecond = await throughput(visitor, paths[name]);
      if (round === 0) continue;
      result[name].roundTrips.push(...roundTrips);
      result[name].megabytesPerSecond.push(megabytesPerSecond);
    }
    await setBusy(tab, true);
    const busy = await trips(visitor, paths.relay);
    await setBusy(tab, false);
    if (round > 0) result.busyRoundTrips.push(...busy);
  }
  await Promise.all([visitor.close(), tab.close()]);
  await server.stop();
  return result;
}

/** Milliseconds of a round trip, by samples. */
function trips(visitor: Page, path: string): Promise<number[]> {
  return visitor.evaluate(
    async ({ path, size, samples, tripsPerSample }) => {
      const socket = new WebSocket(path);
      const next = (type: string) =>
        new Promise((resolve) => {
          socket.addEventListener(type, resolve, { once: true });
        });
      await next('open');
      const message = new Uint8Array(size);
      const times: number[] = [];
      while (times.length < samples) {
        const started = performance.now();
        for (let trip = 0; trip < tripsPerSample; trip++) {
          socket.send(message);
          await next('message');
        }
        times.push((performance.now() - started) / tripsPerSample);
      }
      socket.close();
      return times;
    },
    { path, size: MESSAGE, samples: SAMPLES_PER_ROUND, tripsPerSample: TRIPS_PER_SAMPLE },
  );
}

/** Megabytes a second, sent and sent back, with several messages on their way at once. */
function throughput(visitor: Page, path: string): Promise<number> {
  return visitor.evaluate(
    async ({ path, size, count, inFlight }) => {
      const socket = new WebSocket(path);
      socket.binaryType = 'arraybuffer';
      await new Promise((resolve) => {
        socket.addEventListener('open', resolve, { once: true });
      });
      const message = new Uint8Array(size);
      const started = performance.now();
      await new Promise<void>((resolve) => {
        let sent = 0;
        let received = 0;
        const send = () => {
          sent += 1;
          socket.send(message);
        };
        socket.addEventListener('message', () => {
          received += 1;
          if (sent < count) send();
          else if (received === count) resolve();
        });
        while (sent < inFlight) send();
      });
      socket.close();
      return (size * count) / 1000 / (performance.now() - started);
    },
    { path, ...LOAD },
  );
}

/** Writes the student's server into a lab page and presses « Mettre en ligne »; gives the visitors' path. */
async function putOnline(page: Page, origin: string): Promise<string> {
  const source = await readFile(path.join(import.meta.dirname, 'student.js'), 'utf8');
  await page.goto(origin + LAB);
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
  await page.getByRole('button', { name: 'Mettre en ligne' }).click();
  await page.locator('live-panel[data-state=online]').waitFor();
  const address = await page.locator('[data-visit]').getAttribute('href');
  if (address === null) throw new Error('The panel shows no address');
  return new URL(address).pathname;
}

/** 80 ms of work, 20 ms of rest, on the main thread. */
async function setBusy(page: Page, isBusy: boolean): Promise<void> {
  await page.evaluate((busy) => {
    const state = window as unknown as { busyTimer?: number };
    window.clearInterval(state.busyTimer);
    if (!busy) return;
    state.busyTimer = window.setInterval(() => {
      const until = performance.now() + 80;
      while (performance.now() < until);
    }, 100);
  }, isBusy);
}

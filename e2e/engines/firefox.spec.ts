// What is Firefox's own: a student's keys on a classroom's network, its native WebSocket, the way its ports fall silent.
import type { Page } from '@playwright/test';
import { expect, startSite, test } from '../site-test.ts';
import { startTestServer } from '../server.ts';
import { whileFirefoxIsOpen } from '../solitary-browser.ts';

const LAB = '/labos/poignee-de-main/1-3/';

const LINES = [
  "import { createHash } from 'node:crypto';",
  "const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';",
  'export function calculerAccept(cle) {',
  "return createHash('sha1').update(cle.trim() + GUID).digest('base64');",
  '}',
];

const status = (page: Page) => page.locator('lab-results [role=status]');

/** Empties the editor and types, one key after another. */
async function type(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(source);
}

test('a solution typed key by key passes, on a name that is not the loopback’s', async ({
  page,
  site,
}) => {
  await page.goto(site.origin.replace('127.0.0.1', 'labo.test') + LAB);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await type(page, LINES.join('\n'));
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
});

test('a mistake of syntax is said in French, not in Firefox’s English', async ({ page }) => {
  await page.goto(LAB);
  await type(page, 'export const calculerAccept = (cle) => [cle;');
  await page.locator('[data-run]').click();
  await expect(status(page)).toContainText('ne se charge pas');
  await expect(page.locator('lab-results')).toContainText('il manque');
  await expect(page.locator('lab-results')).not.toContainText('message du moteur');
});

test('Firefox’s own WebSocket gets its 101 and its echoes from the bundled server', async ({
  page,
}) => {
  const site = await startSite();
  await page.goto(site.origin);
  const heard = await page.evaluate(async () => {
    const socket = new WebSocket(`ws://${location.host}/ws/echo`);
    socket.binaryType = 'arraybuffer';
    const next = (name: 'open' | 'message' | 'close') =>
      new Promise<Event>((resolve) => {
        socket.addEventListener(name, resolve, { once: true });
      });
    await next('open');
    socket.send('é€😀');
    const text = ((await next('message')) as MessageEvent<unknown>).data;
    socket.send(Uint8Array.of(0, 127, 128, 255));
    const bytes = ((await next('message')) as MessageEvent<ArrayBuffer>).data;
    const closed = next('close');
    socket.close(1000, 'fin');
    const { code, wasClean } = (await closed) as CloseEvent;
    return { text, bytes: [...new Uint8Array(bytes)], code, wasClean };
  });
  expect(heard).toEqual({ text: 'é€😀', bytes: [0, 127, 128, 255], code: 1000, wasClean: true });
  await site.stop();
});

test('after a flood of rejections the page lives, and a next run loads', async () => {
  test.slow();
  await using server = await startTestServer();
  await whileFirefoxIsOpen(`${server.origin}/#rejection-flood`, async () => {
    await expect.poll(() => server.reports, { timeout: 60_000 }).toHaveLength(1);
  });
  expect(server.reports).toEqual(['deadline, then loaded']);
});

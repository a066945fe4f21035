// The echo against the site's own server: both frames as it saw them, then without it, and with it again.
import type { Page } from '@playwright/test';
import { openDemo } from './harness/demo-bundle.ts';
import { expect, SIZES, startSite, test } from './site-test.ts';

const frames = (page: Page) => page.locator('.demo-live .echo-frame');
const source = (page: Page) => page.locator('.echo-source');
const status = (page: Page) => page.locator('.demo-live').getByRole('status');

async function open(page: Page, origin: string, place: 'slide' | 'section'): Promise<void> {
  // The page comes from the test, and the browser does not take it for a neighbour of the server.
  await page.context().grantPermissions(['local-network-access'], { origin });
  await openDemo(page, 'demo-echo', { place, origin });
  await page.locator('.demo-choice').first().press('Enter');
  await expect(source(page)).toHaveText('Connexion réelle à /ws/echo');
}

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message').fill(text);
  await page.getByLabel('Message').press('Enter');
}

test('both frames are those that crossed: the client’s is masked with a key of the browser’s', async ({
  page,
  site,
}) => {
  await open(page, site.origin, 'section');
  await expect(status(page)).toContainText(/a reçu 8\soctets et en a renvoyé 4/);
  await expect(frames(page).first().locator('.echo-bytes')).toHaveText(
    /^\s*81 82( [\da-f]{2}){6}\s*$/,
  );
  await expect(frames(page).last().locator('.echo-bytes')).toHaveText(/^\s*81 02 c3 a9\s*$/);
  await expect(frames(page).first()).toContainText(/clé de masquage\s+[\da-f]{2}/);
});

test('126 characters take the extended length, and fit a slide', async ({ page, site }) => {
  await page.setViewportSize(SIZES.desktop);
  await open(page, site.origin, 'slide');
  await send(page, 'a'.repeat(126));
  await expect(status(page)).toContainText(/a reçu 134\soctets et en a renvoyé 130/);
  await expect(frames(page).last()).toContainText(/longueur étendue\s+126/);
  const bottom = await page
    .locator('.demo-live')
    .evaluate((demo) => demo.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(692);
});

test('a text that looks like the witness’s own JSON is a message like any other', async ({
  page,
  site,
}) => {
  await open(page, site.origin, 'section');
  await send(page, '{"recu":"00","recuOctets":1,"envoye":"00","envoyeOctets":1}');
  await expect(status(page)).toContainText(/a reçu 65\soctets et en a renvoyé 61/);
});

test('a server that goes away is said, simulated, and found again on demand', async ({
  page,
  complaints,
}) => {
  const own = await startSite();
  await open(page, own.origin, 'section');
  await expect(frames(page)).toHaveCount(2);
  await own.stop();
  await expect(status(page)).toContainText('La connexion est perdue');
  await expect(source(page)).toContainText('Simulateur');
  await send(page, 'abc');
  await expect(status(page)).toContainText(/le client enverrait 9\soctets/);
  await page.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(status(page)).toContainText('ne répond pas');
  // A refused connection is said by the console too.
  expect(complaints.filter((it) => !it.includes('/ws/echo'))).toEqual([]);
  complaints.length = 0;
});

test('the connection is closed when the slide is left, and opened again by the next message', async ({
  page,
  site,
}) => {
  await page.setViewportSize(SIZES.desktop);
  const closed = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('close'));
  await open(page, site.origin, 'slide');
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await closed;
  await page.keyboard.press('PageUp');
  await expect(source(page)).toHaveText('Pas encore de connexion');
  await send(page, 'é');
  await expect(source(page)).toHaveText('Connexion réelle à /ws/echo');
});

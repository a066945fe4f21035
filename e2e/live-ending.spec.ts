// How a server online ends, and what each end sees of it: loops, crashes, hidden and closed tabs, « Arrêter ».
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import {
  goOnline,
  inState,
  knock,
  LAB,
  restart,
  SOLUTION,
  status,
  visit,
  visitorIn,
  visits,
} from './harness/live-step.ts';
import { expect, test } from './site-test.ts';

test('a program that loops is stopped, its visitors are cut, and the address waits for the next one', async ({
  page,
}) => {
  const looping = SOLUTION.replace(
    "on('upgrade', async (requete, socket) => {",
    "on('upgrade', async (requete, socket) => {\n    if (requete.url === '/') for (;;);",
  );
  const address = await goOnline(page, looping);
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  knock(address.replace('/chat', '/')).catch(() => undefined);
  await expect(inState(page, 'failed')).toContainText('Votre code ne répond plus');
  await expect(inState(page, 'failed')).toContainText('L’adresse est gardée');
  await expect(visitorIn(visitor, 'closed')).toContainText('1006');
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'refused')).toContainText('Connexion refusée');
  await restart(page, SOLUTION);
  await expect(inState(page, 'online')).toBeVisible();
  expect(await page.locator('[data-visit]').getAttribute('href')).toBe(address);
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await visitor.context().close();
});

test('a crash is told with its line, and the visitors see the connection cut', async ({ page }) => {
  const crashing = SOLUTION.replace(
    '    socket.write(await reponse101',
    "    setTimeout(() => { throw new Error('patatras'); }, 50);\n    socket.write(await reponse101",
  );
  const visitor = await visit(page, await goOnline(page, crashing));
  await expect(inState(page, 'failed')).toContainText('patatras');
  await expect(page.locator('.live-failure').getByRole('button').first()).toContainText('ligne');
  await expect(visitorIn(visitor, 'closed')).toContainText('coupée');
  await visitor.context().close();
});

test('a program that gives no server says why, and claims no address', async ({ page }) => {
  await page.goto(LAB);
  const reasons: readonly (readonly [string, string])[] = [
    ['export function autre() {}', 'creerServeur'],
    ['export const creerServeur = 3;', 'ce n’est pas une fonction'],
    ['export function creerServeur() { return 3; }', 'rend un nombre'],
    ["export function creerServeur() { throw new Error('non'); }", 'a lancé une exception'],
    [
      'export function creerServeur() { return { listen() {}, address() {}, close() {} }; }',
      '« listen(0) » n’a jamais appelé',
    ],
    ['export function creerServeur( {', 'ne sait pas lire ce fichier'],
    ['for (;;);', 'ne répond plus'],
  ];
  await page.getByRole('button', { name: 'Mettre en ligne' }).click();
  for (const [source, reason] of reasons) {
    await expect(page.locator('live-panel[data-state=starting]')).toBeHidden();
    await restart(page, source);
    const said = reason.replaceAll(/(?<=«) | (?=»)/g, '\u202f');
    await expect(inState(page, 'failed')).toContainText(said, { timeout: 15_000 });
  }
  await expect(page.locator('[data-address]')).toBeHidden();
});

test('a program that spoils its own network is stopped, and the page says what to look for', async ({
  page,
}) => {
  const spoiling = `DataView.prototype.setUint32 = () => undefined;\n${SOLUTION}`;
  const address = await goOnline(page, spoiling);
  await visit(page, address).then((visitor) => visitor.context().close());
  await expect(inState(page, 'failed')).toContainText('a brouillé son propre réseau');
  await expect(page.locator('.live-failure')).toContainText('DataView.prototype.setUint32');
  // The lab goes on, at the same address.
  await restart(page, SOLUTION);
  await expect(inState(page, 'online')).toBeVisible();
  expect(await knock(address, ['chat'])).toBe('chat');
});

/** From now on the page's own timers stand still, as those of a tab that has been hidden for minutes almost do. */
async function hideTab(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { areTimersStill: true });
  });
}

test('in a hidden tab a sound server lives on, and an endless loop is stopped in time', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const [every, later] = [window.setInterval.bind(window), window.setTimeout.bind(window)];
    const isStill = () => 'areTimersStill' in window;
    window.setInterval = ((callback: () => void, ms?: number) =>
      every(() => {
        if (!isStill()) callback();
      }, ms)) as typeof setInterval;
    window.setTimeout = ((
      callback: (...given: unknown[]) => void,
      ms?: number,
      ...given: unknown[]
    ) =>
      later(() => {
        if (!isStill()) callback(...given);
      }, ms)) as typeof setTimeout;
  });
  const looping = SOLUTION.replace(
    '    socket.write(await reponse101',
    "    if (requete.url.endsWith('boucle')) for (;;);\n    socket.write(await reponse101",
  );
  const address = await goOnline(page, looping);
  await hideTab(page);
  for (let visitor = 0; visitor < 3; visitor += 1) expect(await knock(address)).toBe('');
  const stuck = new WebSocket(`${address.replace(/^http/, 'ws')}?boucle`);
  stuck.on('error', () => undefined);
  await expect(inState(page, 'failed')).toContainText('ne répond plus', { timeout: 15_000 });
});

test('closing the tab cuts its visitors, and nobody is at the address any more', async ({
  page,
}) => {
  const address = await goOnline(page);
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await page.close();
  await expect(visitorIn(visitor, 'closed')).toContainText('coupée');
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'refused')).toBeVisible();
  await visitor.context().close();
});

test('« Arrêter » ends it, and another start has another address', async ({ page }) => {
  const address = await goOnline(page);
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await page.getByRole('button', { name: 'Arrêter' }).filter({ visible: true }).click();
  await expect(status(page)).toHaveText('Votre serveur n’est plus en ligne.');
  await expect(visitorIn(visitor, 'closed')).toBeVisible();
  await expect(visits(page)).not.toContainText('ouverte');
  await page.locator('[data-start]').click();
  await expect(inState(page, 'online')).toBeVisible();
  expect(await page.locator('[data-visit]').getAttribute('href')).not.toBe(address);
  await visitor.context().close();
});

test('leaving the step ends it', async ({ page }) => {
  const visitor = await visit(page, await goOnline(page));
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await page.locator('.lab-steps a').first().click();
  await expect(visitorIn(visitor, 'closed')).toBeVisible();
  await visitor.context().close();
});

// A student's server online: real browsers, `ws` and bare TCP get their answer from it, and each end sees how it ends.
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { createTrameServer } from '../src/server/trame-server.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  SITE,
  SIZES,
  test,
} from './site-test.ts';

const STEP = path.join(import.meta.dirname, '../labs/01-handshake/07-server');
const LAB = '/labos/poignee-de-main/1-7/';
const SERVER = 'solution/poignee/serveur.js';
const SOLUTION = readFileSync(path.join(STEP, SERVER), 'utf8');

const status = (page: Page) => page.locator('live-panel [role=status]');
const visits = (page: Page) => page.locator('.live-visit');
const inState = (page: Page, state: string) => page.locator(`live-panel[data-state=${state}]`);
const visitorIn = (page: Page, state: string) => page.locator(`live-visitor[data-state=${state}]`);

async function write(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

/** Writes a server into the step and goes online; gives the address for a visitor on this machine. */
async function goOnline(page: Page, source = SOLUTION, lab = LAB): Promise<string> {
  await page.goto(lab);
  await write(page, source);
  await page.getByRole('button', { name: 'Mettre en ligne' }).click();
  await expect(inState(page, 'online')).toBeVisible();
  return (await page.locator('[data-visit]').getAttribute('href')) ?? '';
}

async function restart(page: Page, source: string): Promise<void> {
  await write(page, source);
  await page.locator('[data-restart]').filter({ visible: true }).first().click();
}

/** Opens the address in a browser of its own. */
async function visit(page: Page, address: string): Promise<Page> {
  const context = await page.context().browser()!.newContext({ locale: 'fr-FR' });
  const visitor = await context.newPage();
  await visitor.goto(address);
  return visitor;
}

/** How a `ws` client fares: the protocol agreed on, or the status that refused it. */
function knock(address: string, protocols: readonly string[] = []): Promise<string | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address.replace(/^http/, 'ws'), [...protocols]);
    socket.on('open', () => {
      resolve(socket.protocol);
      socket.terminate();
    });
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => {
      resolve(statusCode);
      socket.terminate();
    });
    socket.on('error', reject);
  });
}

test('a browser’s own WebSocket gets its 101 from the student’s server, and the student sees it', async ({
  page,
}) => {
  const address = await goOnline(page);
  await expect(status(page)).toContainText('0 visiteur pour l’instant');
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toContainText('Connexion ouverte');
  await expect(status(page)).toHaveText(
    'Un navigateur vient d’accepter votre 101. 1 visiteur connecté.',
  );
  await expect(visits(page)).toContainText('ouverte');
  const later = page.getByText('vous saurez les lire au labo 3').first();
  await expect(later).toBeHidden();
  await visitor.getByLabel('Message à envoyer').fill('Bonjour');
  await visitor.keyboard.press('Enter');
  await expect(later).toBeVisible();
  await expect(page.locator('wire-inspector')).toContainText('Réponse 101');
  await expect(visitor.getByText('Le serveur n’a rien répondu')).toBeVisible();
  await expect(page.locator('.run-bar [data-drawer=visitors]')).toHaveText('En ligne · 1');
  await visitor.context().close();
  await expect(visits(page)).not.toContainText('ouverte');
});

test('a visitor that closes and gets no answer to its Close is no longer counted as there', async ({
  page,
}) => {
  const visitor = await visit(page, await goOnline(page));
  await expect(visits(page)).toContainText('ouverte');
  await visitor.getByRole('button', { name: 'Fermer la connexion' }).click();
  // The server of lab 1 reads no frame: the browser itself would wait for its Close for ten seconds or more.
  await expect(visitorIn(visitor, 'closing')).toBeVisible();
  await expect(visits(page)).toContainText('fermée par le visiteur');
  await expect(status(page)).toContainText('0 visiteur connecté, 1 en tout.');
  await expect(visitorIn(visitor, 'closing')).toBeVisible();
  await visitor.context().close();
});

test('the visitor opened here offers subprotocols and says which was chosen', async ({ page }) => {
  await goOnline(page);
  const [visitor] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Ouvrir un visiteur ici' }).click(),
  ]);
  await visitor.getByLabel('Sous-protocoles à proposer').fill('inconnu, superchat');
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'open')).toContainText('superchat');
  await visitor.getByLabel('Sous-protocoles à proposer').fill('avec espace');
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'closed')).toContainText('sans espace');
});

test('`ws` and bare TCP are visitors like others; a refusal is the student’s own', async ({
  page,
  site,
}) => {
  const address = await goOnline(page);
  expect(await knock(address, ['chat'])).toBe('chat');
  await expect(status(page)).toContainText('Un client WebSocket vient d’accepter votre 101.');
  expect(await knock(address.replace('/chat', '/inconnu'))).toBe(404);
  await expect(visits(page).first()).toContainText('refusée par votre serveur (404)');
  const { host, port, pathname } = new URL(address);
  const socket = connect({ host: '127.0.0.1', port: Number(port) });
  socket.write(
    [
      `GET ${pathname} HTTP/1.1`,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      '',
      '',
    ].join('\r\n'),
  );
  const [answer] = (await socket.take(1).toArray()) as Buffer[];
  expect(answer?.toString('latin1')).toContain('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  expect(site.origin).toBe(new URL(address).origin);
  socket.destroy();
});

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

test('the checks run beside the server online, and leave it alone', async ({ page }) => {
  test.slow();
  const address = await goOnline(page);
  await page.locator('[data-run]').click();
  // The checks of 1.7 cut its requests at every place.
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
    timeout: 60_000,
  });
  expect(await knock(address, ['chat'])).toBe('chat');
});

test('two hundred visitors come at once, and one more is told that there is no room', async ({
  page,
}) => {
  test.slow();
  // A student's server that never ends its side of a connection would keep its places for longer.
  const server = createTrameServer({ dist: SITE, live: { halfClosedTimeout: 200 } });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${port}`;
  const address = (await goOnline(page, SOLUTION, `${origin}${LAB}`)).replace(/^http/, 'ws');
  const sockets = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const socket = new WebSocket(address);
      await once(socket, 'open');
      socket.send(new Uint8Array(20_000));
      return socket;
    }),
  );
  // Four megabytes come first, on however many processors are left to us.
  const patient = { timeout: 20_000 };
  await expect(status(page)).toContainText('200 visiteurs connectés', patient);
  expect(await knock(address)).toBe(503);
  await expect(page.locator('.live-remarks')).toContainText('il y en a déjà 200', patient);
  for (const socket of sockets) socket.terminate();
  await expect(status(page)).toContainText('0 visiteur connecté, 200 en tout.', patient);
  await expect.poll(() => knock(address)).toBe('');
  await page.close();
  await server.close();
});

test('a server that restarts finds the student again at the same address', async ({
  page,
  complaints,
}) => {
  test.setTimeout(60_000);
  const first = createTrameServer({ dist: SITE });
  const { port } = await first.listen({ host: '127.0.0.1', port: 0 });
  const address = await goOnline(page, SOLUTION, `http://127.0.0.1:${port}${LAB}`);
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await first.close();
  await expect(status(page)).toContainText('est coupée');
  await expect(visitorIn(visitor, 'closed')).toBeVisible();
  const second = createTrameServer({ dist: SITE });
  await second.listen({ host: '127.0.0.1', port });
  // The page tries again after a pause that grows with each failure, to 12 s at most.
  await expect(inState(page, 'online')).toBeVisible({ timeout: 20_000 });
  expect(await page.locator('[data-visit]').getAttribute('href')).toBe(address);
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await visitor.context().close();
  await page.close();
  await second.close();
  // Chromium says each refused connection of the worker on the console.
  complaints.length = 0;
});

test('a busy page slows no visitor', async ({ page }) => {
  const address = await goOnline(page);
  await knock(address);
  const busy = page.evaluate(() => {
    const end = performance.now() + 3_000;
    while (performance.now() < end);
  });
  const started = performance.now();
  for (let count = 0; count < 5; count += 1) expect(await knock(address)).toBe('');
  expect(performance.now() - started).toBeLessThan(2_500);
  await busy;
  await expect(visits(page)).toHaveCount(6);
});

test('a change of the code is offered to the visitors, at the same address', async ({ page }) => {
  const address = await goOnline(page);
  const changed = page.getByText('Votre code a changé depuis la mise en ligne.');
  await expect(changed).toBeHidden();
  await restart(
    page,
    SOLUTION.replace("createServer } from 'node:http'", "createServer } from 'http'"),
  );
  await expect(changed).toBeHidden();
  await expect(inState(page, 'online')).toBeVisible();
  expect(await knock(address)).toBe('');
});

test('what the server prints is on the panel, with its line', async ({ page }) => {
  await goOnline(page, `console.log('bonjour de là-bas');\n${SOLUTION}`);
  await page.getByText('Console de votre serveur').click();
  const line = page.locator('live-panel .console-line');
  await expect(line).toContainText('bonjour de là-bas');
  await expect(line).toContainText('ligne 1');
});

test('on the loopback no phone is invited: the command to restart with is there', async ({
  page,
}) => {
  await goOnline(page);
  await expect(page.locator('.live-qr')).toBeHidden();
  await expect(page.locator('live-panel code').first()).toContainText('--host 0.0.0.0');
});

test('at an address of the network a QR code shows it, without any secure context', async ({
  page,
  site,
}) => {
  const origin = site.origin.replace('127.0.0.1', 'labo.test');
  const address = await goOnline(page, SOLUTION, `${origin}${LAB}`);
  expect(address).toContain(`${origin}/live/`);
  await expect(page.getByRole('img', { name: `Code QR de ${address}` })).toBeVisible();
  await expect(page.getByLabel('Adresse à ouvrir')).toHaveValue(address);
  await expect(page.getByRole('button', { name: 'Copier' })).toBeHidden();
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await visitor.context().close();
});

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`panel and visitor page are accessible (${name})`, async ({ page, complaints }) => {
    await page.setViewportSize(viewport);
    await page.goto(LAB);
    await page.getByRole('button', { name: 'Mettre en ligne' }).click();
    await expect(page.locator('live-panel[data-state=idle]')).toBeHidden();
    await expectAccessible(page, 'lab-drawer');
    await page.goto('/live/aaaaaaaaaaaaaaaa/chat');
    await expect(visitorIn(page, 'refused')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    // Chromium says the refusal on the console.
    complaints.length = 0;
  });
}

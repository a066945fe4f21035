// The first minute: « Essayer », « Exécuter », and « Bonjour » goes and comes back; then whatever a newcomer may break.
import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

/** In bytes, with Brotli: what home may weigh before anything is pressed, fonts and the choice of a route included. */
const HOME_LIMIT = 60_000;

const run = (page: Page) => page.getByRole('button', { name: 'Exécuter' });
const status = (page: Page) => page.locator('.trial-status');
const frames = (page: Page) => page.locator('.exchange-frame');

async function open(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.locator('.trial code-editor[data-ready]').waitFor();
}

/** Replaces the ten lines by others, typed as a paste. */
async function write(page: Page, code: string): Promise<void> {
  await page.locator('.trial .cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

const server = (answer: string): string => `import { WebSocketServer } from 'ws';
new WebSocketServer({ port: 8080 }).on('connection', (visiteur) => {
  visiteur.on('message', (message) => {
    ${answer}
  });
});
`;

test('before the press, nothing of the sandbox is fetched and the page stays light', async ({
  page,
}) => {
  const fetched: string[] = [];
  const responses: Response[] = [];
  page.on('response', (response) => {
    fetched.push(new URL(response.url()).pathname);
    responses.push(response);
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const weights = await Promise.all(
    responses.map(async (response) => brotliCompressSync(await response.body()).length),
  );
  const weight = weights.reduce((sum, size) => sum + size, 0);
  const ofTrial = /sandbox|trial|editor|engine/;
  expect(fetched.filter((address) => ofTrial.test(address))).toEqual([]);
  expect(weight).toBeGreaterThan(10_000);
  expect(weight).toBeLessThan(HOME_LIMIT);
  await page.getByRole('button', { name: 'Essayer' }).click();
  await expect
    .poll(() => fetched.filter((address) => ofTrial.test(address)))
    .toContain('/sandbox/runtime-ws.js');
});

test('two presses, and « Bonjour » goes to the server and comes back, in bytes', async ({
  page,
}) => {
  await open(page);
  await run(page).click();
  await expect(status(page)).toContainText('est allé au serveur, et en est revenu');
  await expect(frames(page)).toHaveCount(2);
  await expect(frames(page).first()).toContainText('visiteur → serveur');
  await expect(frames(page).first()).toContainText('Trame texte, 7 octets, masquée');
  await expect(frames(page).last().locator('code')).toHaveText('81 07 42 6f 6e 6a 6f 75 72');
  await expect(frames(page).last().locator('.field-payload')).toHaveText('42 6f 6e 6a 6f 75 72');
});

test('the keyboard alone is enough for the first minute', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Essayer' }).press('Enter');
  await expect(run(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(frames(page)).toHaveCount(2);
});

test('another text goes on the same connection, and a changed server answers otherwise', async ({
  page,
}) => {
  await open(page);
  await run(page).click();
  await expect(frames(page)).toHaveCount(2);
  await page.getByLabel('Message').fill('été');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(frames(page)).toHaveCount(4);
  await expect(frames(page).last()).toContainText('Trame texte, 5 octets');
  await write(page, server('visiteur.send(message.toString().toUpperCase());'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toContainText('ÉTÉ');
  await expect(frames(page)).toHaveCount(2);
});

test('what the server prints is shown', async ({ page }) => {
  await open(page);
  await write(page, server("console.log('reçu', message.toString()); visiteur.send('oui');"));
  await run(page).click();
  await expect(page.getByRole('list', { name: 'Console du serveur' })).toContainText(
    'reçu Bonjour',
  );
});

/** It takes the connection, and that is all. */
const MUTE = "import { createServer } from 'node:net';\ncreateServer(() => {}).listen(8080);\n";

const BROKEN = [
  [
    'a syntax error',
    "import { WebSocketServer } from 'ws';\nconst = 3;\n",
    /ne sait pas lire ce fichier/,
    'ligne 2',
  ],
  ['a crash while loading', 'serveur.on();\n', /«\sserveur\s» n’existe pas/, 'ligne 1'],
  ['a package that is not there', "import 'express';\n", /express/, 'ligne 1'],
  ['a crash at the message', server('nulle.part();'), /«\snulle\s» n’existe pas/, 'ligne 4'],
  ['an endless loop at once', 'for (;;) {}\n', /ne répond plus/, null],
  ['an endless loop at the message', server('for (;;) {}'), /ne répond plus/, null],
  ['nothing that listens', 'export const rien = 1;\n', /Rien n’écoute sur le port\s8080/, null],
  ['another port', server('').replace('8080', '8081'), /Rien n’écoute sur le port\s8080/, null],
  ['no answer', server(''), /n’a rien répondu/, null],
  [
    'a closed connection',
    server('visiteur.close(4001);'),
    /fermé la connexion, avec le code 4001/,
    null,
  ],
  [
    'a server that refuses',
    "import { createServer } from 'node:http';\ncreateServer().on('upgrade', (r, s) => s.end('HTTP/1.1 403 Non\\r\\n\\r\\n')).listen(8080);\n",
    /répond 403/,
    null,
  ],
  ['a server that is mute', MUTE, /ne répond pas à la demande d’ouverture/, null],
  [
    'a server that speaks nonsense',
    "import { createServer } from 'node:net';\ncreateServer((s) => s.write('Bonjour\\r\\n\\r\\n')).listen(8080);\n",
    /n’est pas de l’HTTP/,
    null,
  ],
] as const;

for (const [what, code, sentence, line] of BROKEN) {
  test(`${what}: a sentence says so, and the next run works`, async ({ page }) => {
    await open(page);
    await write(page, code);
    await run(page).click();
    await expect(status(page)).toContainText(sentence, { timeout: 12_000 });
    if (line !== null) {
      await page.getByRole('button', { name: line }).click();
      await expect(page.locator('.trial .cm-content')).toBeFocused();
    }
    await write(page, server('visiteur.send(message);'));
    await run(page).click();
    await expect(status(page)).toContainText('en est revenu', { timeout: 12_000 });
  });
}

test('a run started while an answer is awaited does not say that the one before was silent', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-01-05T09:00:00') });
  await open(page);
  await write(page, server(''));
  await page.clock.pauseAt(new Date('2026-01-05T10:00:00'));
  await run(page).click();
  await expect(status(page)).toHaveText('Le message est parti…');
  await page.clock.fastForward(1_000);
  await write(page, MUTE);
  await run(page).click();
  await expect(status(page)).toHaveText('Le serveur démarre…');
  // Past the patience of the first run, within that of the second.
  await page.clock.fastForward(2_000);
  await expect(status(page)).toHaveText('Le serveur démarre…');
});

test('a trial that cannot be fetched says so, and another press brings it', async ({
  page,
  complaints,
}) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.route('**/sandbox/runtime-ws.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Essayer' }).click();
  await run(page).click();
  await expect(status(page)).toContainText('L’exécution n’a pas pu démarrer');
  await page.unroute('**/sandbox/runtime-ws.js');
  await run(page).click();
  await expect(status(page)).toContainText('en est revenu');
  complaints.splice(0);
});

test('a server that floods leaves the page alive', async ({ page }) => {
  await open(page);
  await write(page, server("for (let i = 0; i < 3000; i++) visiteur.send('x'.repeat(100));"));
  await run(page).click();
  await expect(frames(page).nth(5)).toBeVisible();
  expect(await frames(page).count()).toBeLessThanOrEqual(20);
  await write(page, server('visiteur.send(message);'));
  await run(page).click();
  await expect(status(page)).toContainText('en est revenu');
});

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe objects to nothing in the trial, ${name}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await open(page);
      await run(page).click();
      await expect(frames(page)).toHaveCount(2);
      await expect(status(page)).toBeInViewport();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }
}

// « Essayer le chat » of steps 5.7 and 5.8: three windows of the student's page on the student's server, its console, its bytes.
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, openHeld, SIZES, startSite, test } from './site-test.ts';

const PAGE_STEP = '/labos/chat/5-7/';
const STOP_STEP = '/labos/chat/5-8/';
const NAMES = ['Alice', 'Bob', 'Chloé'] as const;

const SOLUTION = await readFile(
  new URL('../labs/05-chat/08-shutdown/solution/chat/arret.js', import.meta.url),
  'utf8',
);

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Votre chat, à trois' });
const status = (page: Page): Locator => page.locator('.chat-status');
const log = (page: Page): Locator => page.getByRole('log');
const windowOf = (page: Page, name: string): Locator =>
  page.locator('.chat-window', { has: page.getByRole('heading', { name, includeHidden: true }) });
const editor = (page: Page): Locator => page.getByRole('textbox', { name: /^Éditeur/ });

const TITLES = { Alice: 'La page d’Alice', Bob: 'La page de Bob', Chloé: 'La page de Chloé' };
/** The student's document: a frame in our opaque one. */
const pageOf = (page: Page, name: (typeof NAMES)[number]): FrameLocator =>
  page.frameLocator(`iframe[title="${TITLES[name]}"]`).frameLocator('iframe');
const messages = (page: Page, name: (typeof NAMES)[number]): Locator =>
  pageOf(page, name).locator('#messages li');

async function openStep(page: Page, step: string, source: string): Promise<void> {
  await page.goto(step);
  await page.locator('code-editor[data-ready]').waitFor({ state: 'attached' });
  const tab = page.getByRole('button', { name: 'Code', exact: true });
  if (await tab.isVisible()) await tab.click();
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
  if (await tab.isVisible()) await page.getByRole('button', { name: 'Consigne' }).click();
}

async function tryChat(page: Page): Promise<void> {
  await page.locator('[data-open-chat]:visible').last().click();
  await expect(dialog(page)).toBeVisible();
}

async function expectThree(page: Page): Promise<void> {
  for (const name of NAMES) {
    await expect(windowOf(page, name)).toHaveAttribute('data-state', 'open');
  }
}

/** 5.8 has the page of the solution. */
async function openThree(page: Page): Promise<void> {
  await openStep(page, STOP_STEP, SOLUTION);
  await tryChat(page);
  await expectThree(page);
}

async function say(page: Page, name: (typeof NAMES)[number], text: string): Promise<void> {
  await pageOf(page, name).getByLabel('Votre message').fill(text);
  await pageOf(page, name).getByRole('button', { name: 'Envoyer' }).click();
}

test.use({ viewport: { width: 1280, height: 650 } });
test.slow();

test('three windows chat with one another, all of it on one screen', async ({ page }) => {
  await openThree(page);
  await say(page, 'Alice', 'Bonjour à vous deux');
  for (const name of NAMES) {
    await expect(messages(page, name)).toHaveText(['Alice : Bonjour à vous deux']);
  }
  await expect(log(page)).toContainText('Une arrivée : 3 client(s).');
  const bytes = page.getByRole('region', { name: 'Octets échangés par' });
  await expect(bytes.getByText('Trame texte, 46 octets, masquée')).toBeVisible();
  await bytes.getByRole('tab', { name: 'Alice' }).press('ArrowRight');
  await expect(bytes.getByRole('tab', { name: 'Bob' })).toBeFocused();
  await bytes.getByRole('tabpanel', { name: 'Bob' }).locator('.entry').last().click();
  await expect(bytes.locator('.details:visible')).toContainText('Bonjour à vous deux');
  for (const panel of await page.locator('.chat-panels > *').all()) {
    await expect(panel).toBeInViewport({ ratio: 0.99 });
  }
  await expect(page.locator('.chat-origin summary')).toHaveText(
    /^1 fichier de vous, \d du corrigé$/,
  );
  await expectAccessible(page, '.chat-dialog');
});

test('a window that is cut sees 1006, and comes back in a page of its own', async ({ page }) => {
  await openThree(page);
  await page.getByRole('button', { name: 'Couper la connexion de Bob' }).click();
  await expect(windowOf(page, 'Bob')).toContainText('Coupée par vous');
  await expect(pageOf(page, 'Bob').locator('#etat')).toContainText('Connexion fermée');
  await expect(log(page)).toContainText('Un départ : 2 client(s).');
  await say(page, 'Alice', 'Bob ?');
  await expect(messages(page, 'Chloé')).toHaveText(['Alice : Bob ?']);
  await expect(messages(page, 'Bob')).toHaveCount(0);
  await page.getByRole('button', { name: /^Reconnecter.*Bob/ }).click();
  await expect(windowOf(page, 'Bob')).toHaveAttribute('data-state', 'open');
  await say(page, 'Bob', 'Me revoici');
  await expect(messages(page, 'Alice')).toHaveText(['Alice : Bob ?', 'Bob : Me revoici']);
});

test('each window says the 1001 that it received, and a restart brings everybody back', async ({
  page,
}) => {
  await openThree(page);
  await page.getByRole('button', { name: 'Arrêter le serveur' }).click();
  await expect(status(page)).toContainText('arreter() a tenu sa promesse en');
  for (const name of NAMES) {
    await expect(windowOf(page, name)).toContainText('1001, «\u202farrêt du serveur\u202f»');
  }
  await page.getByRole('button', { name: 'Reconnecter' }).first().click();
  await expect(windowOf(page, 'Alice')).toContainText('Personne n’écoute');
  await page.getByRole('button', { name: 'Relancer' }).click();
  await expectThree(page);
  await expect(status(page)).toContainText('Votre serveur écoute.');
});

test('after a restart the bytes begin with the new connections, not with the end of the former', async ({
  page,
}) => {
  await openThree(page);
  await page.getByRole('button', { name: 'Relancer' }).click();
  for (const [index, name] of NAMES.entries()) {
    const entries = page.locator('.chat-bytes wire-inspector').nth(index).locator('.entry');
    await expect(entries.first()).toContainText(`Connexion ouverte : ${name}, 2e fois`);
  }
});

/** Once somebody says « panne »: no clock decides whether the three windows are open by then. */
const THROWS_ON_A_WORD = `import { WebSocket } from 'ws';
const { emit } = WebSocket.prototype;
const fail = () => {
plusTard();
};
WebSocket.prototype.emit = function (name, ...values) {
  if (name === 'message' && String(values[0]).includes('panne')) setTimeout(fail, 0);
  return emit.call(this, name, ...values);
};`;

test('a server that throws, at once, later or in arreter(), is said with its line', async ({
  page,
}) => {
  await openStep(page, STOP_STEP, `// une panne\nthrow new Error('en panne');`);
  await tryChat(page);
  await expect(status(page)).toHaveText('Votre serveur ne tourne pas.');
  await expect(log(page)).toContainText('en panne');
  await expect(windowOf(page, 'Alice')).toHaveAttribute('data-state', 'empty');
  await log(page).getByRole('button', { name: 'arret.js, ligne 2' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(editor(page)).toBeFocused();

  await openStep(page, STOP_STEP, THROWS_ON_A_WORD);
  await tryChat(page);
  await expectThree(page);
  await say(page, 'Alice', 'panne');
  await expect(status(page)).toHaveText('Votre serveur ne tourne pas.');
  await expect(log(page)).toContainText('plusTard');
  await expect(log(page).getByRole('button', { name: 'arret.js, ligne 4' })).toBeVisible();
  await expect(windowOf(page, 'Chloé')).toContainText('Coupée sans Close');
  await page.getByRole('button', { name: 'Fermer' }).click();

  await openStep(page, STOP_STEP, `export const autre = 1;`);
  await tryChat(page);
  await expectThree(page);
  await page.getByRole('button', { name: 'Arrêter le serveur' }).click();
  await expect(status(page)).toHaveText('arreter() a échoué.');
  await expect(log(page)).toContainText('arreter');
});

test('a page that loops, throws or does not parse is said in its window, with its line', async ({
  page,
}) => {
  await openStep(page, PAGE_STEP, `export function installer() {\n  for (;;);\n}`);
  await tryChat(page);
  for (const name of NAMES) {
    await expect(windowOf(page, name)).toContainText('il a été arrêté après 1');
    await expect(windowOf(page, name)).toContainText('app.js, ligne 2');
  }
  await expect(status(page)).toContainText('la page, elle, ne marche pas encore');
  await page.getByRole('button', { name: 'Fermer' }).click();

  const throwing = `export function installer({ ws }) {\nws.onopen = () => {\nrien.du.tout;\n};\n}`;
  await openStep(page, PAGE_STEP, throwing);
  await tryChat(page);
  await expect(windowOf(page, 'Bob')).toContainText('rien');
  await expect(windowOf(page, 'Bob')).toContainText('app.js, ligne 3');
  await page.getByRole('button', { name: 'Fermer' }).click();

  await openStep(page, PAGE_STEP, `export function installer() {\n  }\n}`);
  await tryChat(page);
  await windowOf(page, 'Chloé').getByRole('button', { name: 'app.js, ligne 3' }).click();
  await expect(editor(page)).toBeFocused();
});

test('closed, edited and opened again it runs the new code; left, nothing of it is there', async ({
  page,
}) => {
  await openStep(page, STOP_STEP, SOLUTION);
  await expect(page.locator('.chat-dialog[data-ready]')).toBeAttached();
  const workers = page.workers().length;
  await tryChat(page);
  await expectThree(page);
  await expect.poll(() => page.workers().length).toBeGreaterThan(workers);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  for (const name of NAMES) {
    await expect(
      page.frameLocator(`iframe[title="${TITLES[name]}"]`).locator('iframe'),
    ).toHaveCount(0);
  }
  await expect.poll(() => page.workers().length).toBe(workers);
  await expect(page.locator('.chat-opener')).toBeFocused();
  await openStep(page, STOP_STEP, `console.log('tout neuf');\n${SOLUTION}`);
  await tryChat(page);
  await expect(log(page)).toContainText('tout neuf');
  await expectThree(page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Étape 5.6' }).click();
  await expect(page).toHaveURL(/5-6\/$/);
  await expect(page.locator('iframe[title^="La page"]')).toHaveCount(0);
});

test('closed before its pages could come, the chat shows none of them once they can', async ({
  page,
}) => {
  const held = Promise.withResolvers<undefined>();
  await page.route('**/sandbox/page/runtime.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await openStep(page, STOP_STEP, SOLUTION);
  await tryChat(page);
  await expect(status(page)).toContainText('Votre serveur écoute.');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  held.resolve(undefined);
  // What waited for the same file, and for the frames after it.
  await expect(page.locator('.chat-dialog[data-ready]')).toBeAttached();
  for (const name of NAMES) {
    await expect(windowOf(page, name)).toHaveAttribute('data-state', 'empty');
  }
});

test('on a phone windows, console and bytes are tabs, and a message unread is counted', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.phone);
  await openThree(page);
  const tabs = page.getByRole('tablist', { name: 'Fenêtres du chat' });
  await expect(windowOf(page, 'Alice')).toBeVisible();
  await expect(windowOf(page, 'Bob')).toBeHidden();
  await say(page, 'Alice', 'Coucou');
  await expect(tabs.getByRole('tab', { name: 'Bob, 1 message non lu' })).toBeVisible();
  await tabs.getByRole('tab', { name: 'Alice' }).press('ArrowRight');
  await expect(tabs.getByRole('tab', { name: 'Bob', exact: true })).toBeFocused();
  await expect(messages(page, 'Bob')).toBeVisible();
  await tabs.getByRole('tab', { name: 'Console' }).click();
  await expect(log(page)).toContainText('Une arrivée');
  await tabs.getByRole('tab', { name: 'Octets' }).click();
  await expect(page.locator('.chat-bytes [data-chosen] .entry').last()).toBeVisible();
  await expectAccessible(page, '.chat-dialog');
});

test('once the step is there the chat does without the site’s server', async ({
  page,
  complaints,
}) => {
  const site = await startSite();
  await openHeld(page, site.origin + STOP_STEP);
  await expect(page.locator('.chat-frame iframe')).toHaveCount(3);
  await expect(page.locator('.chat-dialog[data-ready]')).toBeAttached();
  await site.stop();
  for (let time = 0; time < 2; time += 1) {
    await tryChat(page);
    await expectThree(page);
    await say(page, 'Chloé', 'Hors connexion');
    await expect(messages(page, 'Alice')).toHaveText(['Chloé : Hors connexion']);
    await page.getByRole('button', { name: 'Fermer' }).click();
  }
  complaints.splice(0, complaints.length, ...complaints.filter((it) => !it.includes('net::ERR_')));
});

// « Essayer le chat » of steps 5.7 and 5.8: three windows of the student's page on the student's server, its console, its bytes.
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './site-test.ts';

const STOP_STEP = '/labos/chat/5-8/';

const solution = (path: string): Promise<string> =>
  readFile(new URL(`../labs/05-chat/${path}`, import.meta.url), 'utf8');

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Votre chat, à trois' });
const windowOf = (page: Page, name: string): Locator => page.getByRole('region', { name });
/** The student's document: a frame in our opaque one. */
const pageOf = (page: Page, title: string): FrameLocator =>
  page.frameLocator(`iframe[title="${title}"]`).frameLocator('iframe');

const alice = (page: Page): FrameLocator => pageOf(page, 'La page d’Alice');
const bob = (page: Page): FrameLocator => pageOf(page, 'La page de Bob');
const chloe = (page: Page): FrameLocator => pageOf(page, 'La page de Chloé');

async function write(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

async function openStep(page: Page, step: string): Promise<void> {
  await page.goto(step);
  await page.locator('code-editor[data-ready] .cm-content').waitFor();
}

async function tryChat(page: Page): Promise<void> {
  await page.locator('[data-open-chat]:visible').first().click();
  await expect(dialog(page)).toBeVisible();
}

/** 5.8 has the page of the solution. */
async function openThree(page: Page): Promise<void> {
  await openStep(page, STOP_STEP);
  await write(page, await solution('08-shutdown/solution/chat/arret.js'));
  await tryChat(page);
  for (const name of ['Alice', 'Bob', 'Chloé']) {
    await expect(windowOf(page, name)).toHaveAttribute('data-state', 'open');
  }
}

async function say(from: FrameLocator, text: string): Promise<void> {
  await from.getByLabel('Votre message').fill(text);
  await from.getByRole('button', { name: 'Envoyer' }).click();
}

test.use({ viewport: { width: 1280, height: 650 } });

test('three windows chat with one another, all of it on one screen', async ({ page }) => {
  await openThree(page);
  await say(alice(page), 'Bonjour à vous deux');
  await expect(bob(page).locator('#messages li')).toHaveText(['Alice : Bonjour à vous deux']);
  await expect(chloe(page).locator('#messages li')).toHaveText(['Alice : Bonjour à vous deux']);
  await expect(page.getByRole('log')).toContainText('Une arrivée : 3 client(s).');
  const bytes = page.getByRole('region', { name: 'Octets échangés par' });
  await expect(bytes.getByText('Trame texte, 46 octets, masquée')).toBeVisible();
  await bytes.getByRole('tab', { name: 'Bob' }).click();
  await bytes.getByRole('tabpanel', { name: 'Bob' }).locator('.entry:visible').last().click();
  await expect(bytes.locator('.details:visible')).toContainText('Bonjour à vous deux');
  for (const part of ['.chat-window', '.chat-console', '.chat-bytes']) {
    for (const panel of await page.locator(part).all()) {
      await expect(panel).toBeInViewport({ ratio: 1 });
    }
  }
});

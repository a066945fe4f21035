// Step 1.7 online: a student's server written and started in the page, and those who come to it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { expect } from '../site-test.ts';

export const STEP = path.join(import.meta.dirname, '../../labs/01-handshake/07-server');
export const LAB = '/labos/poignee-de-main/1-7/';
const SERVER = 'solution/poignee/serveur.js';
export const SOLUTION = readFileSync(path.join(STEP, SERVER), 'utf8');

export const status = (page: Page) => page.locator('live-panel [role=status]');
export const visits = (page: Page) => page.locator('.live-visit');
export const inState = (page: Page, state: string) =>
  page.locator(`live-panel[data-state=${state}]`);
export const visitorIn = (page: Page, state: string) =>
  page.locator(`live-visitor[data-state=${state}]`);

export async function write(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

/** Writes a server into the step and goes online; gives the address for a visitor on this machine. */
export async function goOnline(page: Page, source = SOLUTION, lab = LAB): Promise<string> {
  await page.goto(lab);
  await write(page, source);
  await page.getByRole('button', { name: 'Mettre en ligne' }).click();
  await expect(inState(page, 'online')).toBeVisible();
  return (await page.locator('[data-visit]').getAttribute('href')) ?? '';
}

export async function restart(page: Page, source: string): Promise<void> {
  await write(page, source);
  await page.locator('[data-restart]').filter({ visible: true }).first().click();
}

/** Opens the address in a browser of its own. */
export async function visit(page: Page, address: string): Promise<Page> {
  const context = await page.context().browser()!.newContext({ locale: 'fr-FR' });
  const visitor = await context.newPage();
  await visitor.goto(address);
  // It asks first whether there is a page to show, then opens its WebSocket.
  await expect(visitor.locator('body[data-view]')).toBeVisible();
  return visitor;
}

/** How a `ws` client fares: the protocol agreed on, or the status that refused it. */
export function knock(
  address: string,
  protocols: readonly string[] = [],
): Promise<string | number> {
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

// Step 1.3 in the page: programs that pass, fail and never end, and how a student writes and runs them.
import type { Page } from '@playwright/test';
import { expect, SIZES } from '../site-test.ts';

export const LAB = '/labos/poignee-de-main/1-3/';

export const program = (expression: string) => `import { createHash } from 'node:crypto';
export const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
export function calculerAccept(cle) {
console.log('reçu', cle);
return ${expression};
}`;
export const RIGHT = program("createHash('sha1').update(cle.trim() + GUID).digest('base64')");
export const NO_TRIM = program("createHash('sha1').update(cle + GUID).digest('base64')");
export const ENDLESS = 'export function calculerAccept(cle) {\nfor (;;) {}\n}';

export const editor = (page: Page) =>
  page.getByRole('textbox', { name: 'Éditeur\u00a0: accept.js' });
export const status = (page: Page) => page.locator('lab-results [role=status]');
export const runButton = (page: Page) => page.locator('[data-run]');

export async function write(page: Page, source: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

/** As on a phone, where the code is a view of its own. */
export async function writeOnPhone(page: Page, source: string): Promise<void> {
  await page.setViewportSize(SIZES.phone);
  await page.goto(LAB);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await write(page, source);
}

export async function run(page: Page): Promise<void> {
  await runButton(page).click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
}

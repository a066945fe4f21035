// What a later step imports from an earlier one: the solution until the student has passed it, then the student's own.
import type { Page } from '@playwright/test';
import { expect, test } from './site-test.ts';

const step = (number: string): string => `/labos/poignee-de-main/${number}/`;

/** Right, and recognisable: it says that it was called. */
const ACCEPT = `import { createHash } from 'node:crypto';
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
export function calculerAccept(cle) {
console.log('mon propre calcul');
return createHash('sha1').update(cle.trim() + GUID).digest('base64');
}`;

async function run(page: Page): Promise<void> {
  await page.locator('[data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
}

async function writeAndRun(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
  await run(page);
}

test('a file of an earlier step comes from its solution, and the results say so', async ({
  page,
}) => {
  await page.goto(step('1-6'));
  await run(page);
  await expect(page.locator('lab-results [role=status]')).toContainText('sur 7');
  await expect(page.locator('.notes')).toContainText('poignee/accept.js');
});

test('once passed, the student’s own file is used', async ({ page }) => {
  await page.goto(step('1-3'));
  await writeAndRun(page, ACCEPT);
  await expect(page.locator('lab-results [role=status]')).toContainText('6 vérifications sur 6');
  await page.goto(step('1-6'));
  await run(page);
  await expect(page.getByText('mon propre calcul').first()).toBeVisible();
  await expect(page.locator('.notes-block')).toBeHidden();
});

test('the steps of the lab are one press away, the present one marked', async ({ page }) => {
  await page.goto(step('1-3'));
  const steps = page.getByRole('navigation', { name: 'Étapes du labo' });
  await expect(steps.locator('[aria-current=page]')).toHaveText('1.3');
  await steps.getByRole('link', { name: /^Étape 1\.4/ }).click();
  await expect(page).toHaveURL(/1-4\/$/);
});

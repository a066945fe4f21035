// « Essai libre » and the files above the editor: run before the checks, never graded, its lines linked to their source.
import type { Page } from '@playwright/test';
import { expect, SIZES, test } from './site-test.ts';

const step = (number: string): string => `/labos/poignee-de-main/${number}/`;

const ACCEPT = `import { createHash } from 'node:crypto';
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
export function calculerAccept(cle) {
return createHash('sha1').update(cle.trim() + GUID).digest('base64');
}`;

const status = (page: Page) => page.locator('lab-results [role=status]');
const editor = (page: Page) => page.getByRole('textbox', { name: /^Éditeur/ });
const files = (page: Page) => page.getByRole('navigation', { name: 'Fichiers' });
const trial = (page: Page) => page.locator('.trial-part');

async function write(page: Page, source: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

async function openTrial(page: Page): Promise<void> {
  await files(page).getByRole('button', { name: 'Essai libre' }).click();
  await expect(editor(page)).toHaveAccessibleName('Éditeur\u00a0: 1-3.js');
}

async function run(page: Page): Promise<void> {
  await page.locator('[data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
    timeout: 25_000,
  });
}

test('the free trial logs the example of the consigne, and each line leads to its source', async ({
  page,
}) => {
  await page.goto(step('1-3'));
  await write(page, ACCEPT);
  await run(page);
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
  await expect(trial(page)).toContainText('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  await trial(page).getByRole('button', { name: 'Essai libre, ligne 4' }).click();
  await expect(editor(page)).toHaveAccessibleName('Éditeur\u00a0: 1-3.js');
  await expect(editor(page)).toBeFocused();
});

test('the trial is kept like the other files, with its own way back to the start', async ({
  page,
}) => {
  await page.goto(step('1-3'));
  await openTrial(page);
  await write(page, "console.log('à moi');");
  await page.reload();
  await expect(editor(page), 'the file that was open is open again').toHaveText(
    "console.log('à moi');",
  );
  await page.getByRole('button', { name: 'Revenir au départ' }).click();
  await expect(editor(page)).toContainText('import { calculerAccept }');
  await files(page).getByRole('button', { name: 'accept.js' }).click();
  await page.getByRole('button', { name: 'Reprendre mon code' }).click();
  await expect(editor(page)).toHaveText("console.log('à moi');");
});

test('each file keeps its own history of changes', async ({ page }) => {
  await page.goto(step('1-3'));
  await write(page, '// un');
  await openTrial(page);
  await write(page, '// essai');
  await files(page).getByRole('button', { name: 'accept.js' }).click();
  await expect(editor(page)).toHaveText('// un');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page)).not.toContainText('essai');
  await expect(editor(page)).not.toHaveText('// un');
});

test('an endless trial is stopped and said so, and the checks still pass', async ({ page }) => {
  test.slow();
  await page.goto(step('1-3'));
  await write(page, ACCEPT);
  await openTrial(page);
  await write(page, "console.log('avant');\nfor (;;) {}");
  await run(page);
  await expect(trial(page)).toContainText('avant');
  await expect(trial(page)).toContainText('ne répond plus');
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
});

test('a trial that waits for ever is stopped after three seconds', async ({ page }) => {
  test.slow();
  await page.goto(step('1-3'));
  await write(page, ACCEPT);
  await openTrial(page);
  await write(page, "setInterval(() => console.log('tic'), 1000);");
  await run(page);
  await expect(trial(page)).toContainText('tic');
  await expect(trial(page)).toContainText('tournait encore après 3');
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
});

test('a trial that throws says where, and costs nothing', async ({ page }) => {
  await page.goto(step('1-3'));
  await write(page, ACCEPT);
  await openTrial(page);
  await write(page, '// un\n// deux\nrien();');
  await run(page);
  await expect(trial(page)).toContainText('rien');
  await expect(trial(page).getByRole('button', { name: 'Essai libre, ligne 3' })).toBeVisible();
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
});

test('an empty trial is not run', async ({ page }) => {
  await page.goto(step('1-3'));
  await openTrial(page);
  await write(page, ' ');
  await run(page);
  await expect(trial(page)).toBeHidden();
});

test('files of earlier steps can be read, and say whose they are', async ({ page }) => {
  await page.goto(step('1-3'));
  await write(page, ACCEPT);
  await run(page);
  await page.goto(step('1-6'));
  const earlier = page.getByRole('combobox', { name: 'Étapes précédentes' });
  await expect(earlier.locator('option')).toContainText([
    'Étapes précédentes',
    'lire.js, corrigé fourni (1.1)',
  ]);
  await earlier.selectOption({ label: 'accept.js, votre 1.3' });
  const reader = page.getByRole('textbox', { name: 'Éditeur\u00a0: accept.js, lecture seule' });
  await expect(reader).toContainText('cle.trim() + GUID');
  await expect(page.getByRole('button', { name: 'Revenir au départ' })).toBeHidden();
  await reader.focus();
  await page.keyboard.type('non');
  await expect(reader).not.toContainText('non');
  await page.keyboard.press('Tab');
  await expect(reader, 'Tab leaves a text that is only read').not.toBeFocused();
  await files(page).getByRole('button', { name: 'reponse.js' }).click();
  await expect(editor(page)).toContainText('export function reponse101');
  await expect(page.getByRole('button', { name: 'Revenir au départ' })).toBeVisible();
});

test('on a phone the files are one press away', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto(step('1-6'));
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await files(page).getByRole('button', { name: 'Essai libre' }).click();
  await expect(editor(page)).toContainText('reponseRefus(426');
});

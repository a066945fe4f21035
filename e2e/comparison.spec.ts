// The student's code beside the solution, after a pass or after giving up; and the misconception that a run points at.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const LABS = path.join(import.meta.dirname, '../labs/01-handshake');
const STEP = '/labos/poignee-de-main/1-3/';

const MINE = `import { createHash } from 'node:crypto';

export function calculerAccept(cle) {
  return createHash('sha1').update(cle).digest('base64');
}
`;

const editor = (page: Page) => page.getByRole('textbox', { name: /^Éditeur/ });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Votre code et le corrigé' });

async function write(page: Page, source: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  // The editor indents by itself.
  await page.keyboard.insertText(source.replaceAll(/^ +/gm, ''));
}

async function giveUp(page: Page): Promise<void> {
  await page.locator('[data-drawer=hints]').click();
  await page.getByRole('tab', { name: 'Corrigé' }).click();
  await page.locator('[data-ask]').click();
  await page.locator('[data-confirm]').click();
}

async function compare(page: Page, source: string): Promise<void> {
  await page.goto(STEP);
  await write(page, source);
  await giveUp(page);
  await page.getByRole('button', { name: 'Comparer avec mon code' }).click();
  await expect(dialog(page).locator('.compared-file')).toHaveCount(1);
}

test('nothing compares before the student has passed or given up', async ({ page }) => {
  await page.goto(STEP);
  await page.locator('[data-drawer=hints]').click();
  await page.getByRole('tab', { name: 'Corrigé' }).click();
  await expect(page.getByRole('button', { name: 'Comparer avec mon code' })).toBeHidden();
});

test('each line says in words which side has it, and the student’s code does not change', async ({
  page,
}) => {
  await compare(page, MINE);
  const file = dialog(page).locator('.compared-file');
  await expect(file.getByRole('heading')).toHaveText('poignee/accept.js');
  await expect(file.locator('.compared-count')).toContainText(/\d+ lignes diffèrent\./);
  const row = file.locator('[data-kind=changed]').filter({ hasText: 'digest' });
  await expect(row.locator('[data-side=mine] .visually-hidden')).toContainText('dans votre code');
  await expect(row.locator('[data-side=theirs] .visually-hidden')).toContainText('dans le corrigé');
  await expect(row.locator('[data-side=mine] .compared-sign')).toHaveText('−');
  await expect(row.locator('[data-side=theirs] .compared-sign')).toHaveText('+');
  await expect(row.locator('ins').first()).toBeVisible();
  await expect(file.locator('[data-kind=only-theirs]').first()).toContainText('Dans le corrigé');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Comparer avec mon code' })).toBeFocused();
  await expect(page.locator('lab-drawer')).toBeVisible();
  await expect(editor(page)).toContainText("update(cle).digest('base64')");
});

test('spaces that differ can be left out', async ({ page }) => {
  const solution = readFileSync(path.join(LABS, '03-accept/solution/poignee/accept.js'), 'utf8');
  await compare(page, solution.replaceAll(/\(/g, '( ').replaceAll('\n\n', '\n\n\n'));
  const count = dialog(page).locator('.compared-count');
  await expect(count).toContainText('diffèrent');
  await dialog(page).getByLabel('Ignorer les espaces').check();
  await expect(count).toHaveText('Aucune différence, aux espaces près.');
});

test('it draws the student’s code as text, whatever is in it', async ({ page }) => {
  await compare(page, '// <img src=x onerror=alert(1)> <script>alert(2)</script>');
  await expect(dialog(page).locator('img, script')).toHaveCount(0);
  await expect(dialog(page)).toContainText('<img src=x onerror=alert(1)>');
});

for (const [name, size] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`on a ${name}, ${colorScheme}, it fits, and axe finds nothing`, async ({ page }) => {
      test.slow();
      await page.setViewportSize(SIZES.desktop);
      await page.emulateMedia({ colorScheme });
      await compare(page, MINE);
      await page.setViewportSize(size);
      const box = await dialog(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
      const cells = dialog(page).locator('[data-kind=changed]').first().locator('.compared-cell');
      const [left, right] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()];
      if (name === 'desktop') expect(left?.y).toBe(right?.y);
      else expect(left?.y).toBeLessThan(right?.y ?? 0);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, '.comparison-dialog');
      if (process.env.TRAME_SHOTS !== undefined) {
        await page.screenshot({
          path: `${process.env.TRAME_SHOTS}/compare-${name}-${colorScheme}.png`,
        });
      }
    });
  }
}

test('a run that fails the checks of one misconception explains it under the first failure', async ({
  page,
}) => {
  const subprotocol = readFileSync(
    path.join(LABS, '05-subprotocol/wrong/first-choice-only.js'),
    'utf8',
  );
  await page.goto('/labos/poignee-de-main/1-5/');
  const hint = page.locator('misconception-hint');
  await expect(hint).toBeHidden();
  await write(page, subprotocol);
  await page.locator('[data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
  const first = page.locator('.check details[open] .check-body');
  await expect(first.locator('misconception-hint')).toBeVisible();
  await expect(hint.getByRole('heading')).toHaveText('D’où cela peut venir');
  await expect(hint.locator('[data-misconception]:visible')).not.toHaveCount(0);
  if (process.env.TRAME_SHOTS !== undefined) {
    await hint.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${process.env.TRAME_SHOTS}/misconception.png` });
  }
  await write(
    page,
    readFileSync(path.join(LABS, '05-subprotocol/solution/poignee/sousprotocole.js'), 'utf8'),
  );
  await page.locator('[data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-outcome', 'pass');
  await expect(hint).toBeHidden();
});

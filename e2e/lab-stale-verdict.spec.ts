// A verdict says when it is no longer about the code on the screen, however that code has changed.
import type { Page } from '@playwright/test';
import {
  editor,
  ENDLESS,
  LAB,
  NO_TRIM,
  RIGHT,
  run,
  runButton,
  write,
  writeOnPhone,
} from './harness/accept-step.ts';
import { expect, test } from './site-test.ts';

const stale = (page: Page) => page.getByText('Le code a changé depuis ce verdict.');

test('code changed after a verdict is said to be no longer the one it judged', async ({ page }) => {
  await page.goto(LAB);
  await write(page, RIGHT);
  await run(page);
  await expect(stale(page)).toBeHidden();
  await page.getByRole('button', { name: 'Revenir au départ' }).click();
  await expect(stale(page)).toBeVisible();
  await run(page);
  await expect(stale(page)).toBeHidden();
});

test('it is said in sight, under the sentence of the verdict, however far the checks are scrolled', async ({
  page,
}) => {
  await writeOnPhone(page, NO_TRIM);
  await run(page);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await write(page, RIGHT);
  await page.getByRole('button', { name: /^Résultat/ }).click();
  await page.locator('.check').last().scrollIntoViewIfNeeded();
  await expect(stale(page)).toBeInViewport();
});

test('code changed while it is checked is not what was judged', async ({ page }) => {
  await page.goto(LAB);
  await write(page, ENDLESS);
  await runButton(page).click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'running');
  await write(page, RIGHT);
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
    timeout: 20_000,
  });
  await expect(stale(page)).toBeVisible();
  await write(page, ENDLESS);
  await expect(stale(page)).toBeHidden();
});

test('a verdict found again after another step still knows which code it judged', async ({
  page,
}) => {
  await page.goto(LAB);
  const steps = page.getByRole('navigation', { name: 'Étapes du labo' });
  const leaveAndComeBack = async () => {
    await steps.getByRole('link', { name: '1.2' }).click();
    await expect(page).toHaveURL(/1-2/);
    await steps.getByRole('link', { name: '1.3' }).click();
    await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
  };
  await write(page, RIGHT);
  await run(page);
  await leaveAndComeBack();
  await expect(editor(page)).toContainText('createHash');
  await expect(stale(page)).toBeHidden();
  await write(page, '// autre chose');
  await leaveAndComeBack();
  await expect(stale(page)).toBeVisible();
});

test('code taken over from another tab is not what was judged here', async ({ page, context }) => {
  await page.goto(LAB);
  await write(page, RIGHT);
  await run(page);
  const other = await context.newPage();
  await other.goto(LAB);
  await expect(editor(other)).toContainText('createHash');
  await write(other, '// autre chose');
  await expect(editor(page)).toHaveText('// autre chose');
  await expect(stale(page)).toBeVisible();
});

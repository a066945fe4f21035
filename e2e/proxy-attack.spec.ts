// The simulator of step 2.6: empty before a run, then the attack as it was played, moment by moment, by keyboard too.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { loadCourse, stepAt } from '../src/catalog/index.ts';
import { attackWords as words } from '../src/i18n/proxy-attack.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const step = stepAt(await loadCourse(path.resolve(import.meta.dirname, '..')), 'mask/attack');
if (step === null) throw new Error('The course has no step mask/attack');
const { address, files, solution } = step;

const sentence = (page: Page) => page.locator('.attack-sentence');
const next = (page: Page) => page.getByRole('button', { name: words.next });

async function run(page: Page, written: readonly string[]): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.cm-content')).toBeVisible();
  for (const file of written) {
    await page.locator(`[data-file="${file}"]`).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(solution[file] ?? '');
  }
  await page.locator('[data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
    timeout: 30_000,
  });
}

async function goToTheEnd(page: Page): Promise<void> {
  for (let moment = 2; moment <= 5; moment += 1) {
    await next(page).press('Enter');
    await expect(page.locator('.attack-position')).toHaveText(words.position(moment, 5));
  }
}

test('the simulator waits for a run, and says so', async ({ page }) => {
  await page.goto(address);
  await expect(page.locator('.attack-waiting')).toBeVisible();
  await expect(page.locator('.attack-player')).toBeHidden();
});

test('the attack of a right payload ends with the false script, and that on a repaired browser does not', async ({
  page,
}) => {
  await run(page, files);
  await goToTheEnd(page);
  await expect(sentence(page)).toHaveText(words.moments.user.harmed);
  await expect(page.locator('[data-pane=user]')).toHaveAttribute('data-current');
  await expect(next(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(next(page)).toBeFocused();
  await page.getByRole('radio', { name: words.repair }).check();
  await expect(page.locator('.attack-position')).toHaveText(words.position(1, 5));
  await goToTheEnd(page);
  await expect(sentence(page)).toHaveText(words.moments.user.safe);
  await expectAccessible(page);
  // A page taller than its window would take its bars away.
  const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(below).toBe(0);
});

test('an attack without a payload leaves the cache empty; on a phone nothing scrolls sideways', async ({
  page,
}) => {
  await run(page, []);
  await goToTheEnd(page);
  await expect(sentence(page)).toHaveText(words.moments.user.safe);
  await page.setViewportSize(SIZES.phone);
  await page.locator('[data-show=instructions]').click();
  await expectNoSidewaysScroll(page);
});

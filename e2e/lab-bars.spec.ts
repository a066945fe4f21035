// The bars of a step on narrow screens, what a step that has passed says later, and the long lines of a failure.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, test } from './site-test.ts';

const LABS = path.join(import.meta.dirname, '../labs/01-handshake');
const RIGHT = readFileSync(path.join(LABS, '03-accept/solution/poignee/accept.js'), 'utf8');
const status = (page: Page) => page.locator('lab-results [role=status]');

async function write(page: Page, source: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
}

async function run(page: Page): Promise<void> {
  await page.locator('.run-bar [data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
}

/** Names of what is cut by an edge of `part` or of the window. */
function cutIn(page: Page, part: string, items: string): Promise<string[]> {
  return page.locator(part).evaluate((bar, selector) => {
    const edge = bar.getBoundingClientRect();
    return [...bar.querySelectorAll(selector)]
      .filter((item) => {
        const { left, right, width } = item.getBoundingClientRect();
        if (width === 0) return false;
        return left < edge.left - 1 || right > Math.min(edge.right, innerWidth) + 1;
      })
      .map((item) => item.textContent.trim());
  }, items);
}

for (const width of [1280, 1024, 768, 390, 360]) {
  test(`at ${width} pixels no step, file or list of earlier files is cut`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      if (window !== top) return;
      localStorage.setItem(
        'trame-step:1.7',
        JSON.stringify({ failedAttempts: 0, hintsOpened: 0, passed: true }),
      );
    });
    await page.goto('/labos/poignee-de-main/1-7/');
    await page.locator('.lab-name a').evaluate((name) => {
      name.textContent = 'Labo 1 · Un titre de labo bien plus long que tous ceux du cours réunis';
    });
    await expect(page.locator('[data-passed]')).toBeVisible();
    if (width < 960) await page.locator('[data-show=code]').click();
    await expect(page.locator('[data-earlier]')).toBeVisible();
    expect(await cutIn(page, '.lab-steps', 'a')).toEqual([]);
    expect(await cutIn(page, '.lab-bar', '.lab-steps, .lab-passed, .quiet, a')).toEqual([]);
    expect(await cutIn(page, '.file-tabs', 'button, select')).toEqual([]);
    expect(await cutIn(page, '.files', '.file-tabs, .quiet')).toEqual([]);
    await expectNoSidewaysScroll(page);
  });
}

test('a step that has passed says so after a reload, and that its code is the same', async ({
  page,
}) => {
  await page.goto('/labos/poignee-de-main/1-3/');
  await write(page, RIGHT);
  await run(page);
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
  await page.reload();
  await expect(status(page)).toHaveText('Étape réussie. Le code n’a pas changé depuis.');
  await expect(page.locator('.check[data-status=pass]')).toHaveCount(6);
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.type('x');
  await expect(status(page)).toContainText('avec un autre code');
  await expect(page.locator('.check[data-status=pass]')).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(status(page)).toContainText('n’a pas changé');
});

for (const width of [1280, 390]) {
  test(`at ${width} pixels what was sent is not cut inside a short word`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/labos/poignee-de-main/1-4/');
    await run(page);
    const cut = await page
      .locator('[data-kind=sent] code')
      .first()
      .evaluate((code) => {
        const text = code.firstChild as Text;
        const words = [...text.data.matchAll(/[\w']{2,16}/g)];
        const isCut = ({ index, 0: word }: RegExpExecArray): boolean => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        };
        return words.filter(isCut).map(([word]) => word);
      });
    expect(cut).toEqual([]);
  });
}

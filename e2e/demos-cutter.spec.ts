// The stream cutter: cuts that one makes, moves and drags, by keyboard and by pointer.
import type { Page } from '@playwright/test';
import { openDemo } from './harness/demo-bundle.ts';
import { expect, SIZES, test } from './site-test.ts';

const gap = (page: Page, before: number) =>
  page.getByRole('switch', {
    name: `Coupure entre les octets ${before} et ${before + 1}`,
    exact: true,
  });
const cuts = (page: Page) => page.locator('.cutter-gap[aria-checked="true"]');
const pane = (page: Page, name: string) => page.locator('.cutter-pane', { hasText: name });

async function open(page: Page, place: 'slide' | 'section' = 'section'): Promise<void> {
  await openDemo(page, 'demo-cutter', { place });
  await page.locator('.demo-choice').first().click();
  await expect(gap(page, 0)).toBeVisible();
}

test('without a cut, the naive receiver delivers one message and throws the rest away', async ({
  page,
}) => {
  await open(page);
  await expect(pane(page, 'Un morceau').getByRole('listitem')).toHaveText([/Salut.*jette 12/]);
  await expect(pane(page, 'Garder').getByRole('listitem')).toHaveText([/Salut.*Été.*Oui/]);
});

test('a cut is made, moved and mended by keyboard', async ({ page }) => {
  await open(page);
  await gap(page, 0).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(gap(page, 1)).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByRole('status')).toContainText('Coupé entre les octets 1 et 2.');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(gap(page, 2)).toBeFocused();
  await expect(gap(page, 2)).toHaveAttribute('aria-checked', 'true');
  await expect(cuts(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(cuts(page)).toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('Recollé');
});

test('a cut is dragged by the pointer', async ({ page }) => {
  await open(page);
  await gap(page, 6).click();
  await expect(cuts(page)).toHaveCount(1);
  await gap(page, 6).hover();
  await page.mouse.down();
  await gap(page, 5).hover();
  await gap(page, 4).hover();
  await page.mouse.up();
  await expect(cuts(page)).toHaveCount(1);
  await expect(gap(page, 4)).toHaveAttribute('aria-checked', 'true');
  await gap(page, 4).click();
  await expect(cuts(page)).toHaveCount(0);
});

test('one cut in each place fits a slide', async ({ page }) => {
  await page.setViewportSize(SIZES.desktop);
  await open(page, 'slide');
  await page.getByRole('button', { name: 'Une par octet' }).click();
  await expect(cuts(page)).toHaveCount(18);
  const bottom = await page
    .locator('.demo-live')
    .evaluate((demo) => demo.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(692);
});

test('chance that is fixed cuts in the same places', async ({ page }) => {
  const places: string[][] = [];
  while (places.length < 2) {
    await openDemo(page, 'demo-cutter', { attributes: { 'data-graine': '7' } });
    await page.locator('.demo-choice').first().click();
    await page.getByRole('button', { name: 'Au hasard' }).click();
    await expect(cuts(page).first()).toBeVisible();
    places.push(await cuts(page).evaluateAll((all) => all.map((it) => it.ariaLabel ?? '')));
  }
  expect(places[0]).toEqual(places[1]);
});

// The cards of the close codes: placed one by one, marked, shown, and begun again.
import type { Page } from '@playwright/test';
import { openDemo } from './harness/demo-bundle.ts';
import { expect, SIZES, test } from './site-test.ts';

const question = (page: Page) => page.locator('.close-question');
const answer = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const row = (page: Page, name: string) => page.locator('.demo-live').getByRole('row', { name });

async function open(page: Page, place: 'slide' | 'section' = 'section'): Promise<void> {
  await openDemo(page, 'demo-close-codes', { place, attributes: { 'data-graine': '3' } });
  await page.locator('.demo-choice').first().click();
  await expect(question(page)).toContainText('Carte 1 sur 18');
}

test('a card goes under its emitter, marked where it was placed elsewhere', async ({ page }) => {
  await open(page);
  for (let card = 1; card <= 18; card += 1) await answer(page, 'Personne').click();
  await expect(row(page, 'Personne').locator('.close-card')).toHaveText([
    /^1\d{3}$/,
    /^1\d{3}$/,
    /^1\d{3}$/,
    /^1\d{3}$/,
  ]);
  await expect(row(page, 'Le client seul')).toContainText('1010, à revoir');
  await expect(page.getByRole('status')).toContainText('4 cartes sur 18 placées du premier coup');
  await answer(page, 'Personne').click();
  await expect(page.getByRole('status')).toContainText('recommencez');
});

test('all can be shown, and begun again', async ({ page }) => {
  await open(page);
  await answer(page, 'Tout montrer').click();
  await expect(page.locator('.close-card')).toHaveCount(18);
  await expect(question(page)).toContainText('Toutes les cartes sont placées');
  await answer(page, 'Recommencer').click();
  await expect(page.locator('.close-card')).toHaveCount(0);
  await expect(question(page)).toContainText('Carte 1 sur 18');
});

test('a full board, every card missed, fits a slide', async ({ page }) => {
  await page.setViewportSize(SIZES.desktop);
  await open(page, 'slide');
  for (let card = 1; card <= 18; card += 1) await answer(page, 'Le client seul').click();
  const bottom = await page
    .locator('.demo-live')
    .evaluate((demo) => demo.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(692);
});

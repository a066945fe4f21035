// The speaker's page beside the deck: opened by a key, each follows the other, and it is of use alone.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const SPEAKER = '/diapos/orateur/';

const noteOf = (page: Page) => page.locator('[data-slide]:not([hidden])');
const frameOf = (page: Page, name: string) =>
  page.frameLocator(`iframe[title="${name}"]`).locator('section.slide.present:not([hidden])');

async function openDeck(page: Page, slide: string): Promise<void> {
  await page.setViewportSize(SIZES.desktop);
  await page.goto(`/diapos/#/${slide}`);
  await expect(page.locator('html')).toHaveAttribute('data-vue', 'ready', { timeout: 20_000 });
}

test('S opens it at the deck’s slide, and each follows the other, step by step', async ({
  page,
  context,
}) => {
  await openDeck(page, 'la-reponse-du-serveur');
  const opening = context.waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opening;
  await expect(speaker.locator('html')).toHaveAttribute('data-orateur', '', { timeout: 20_000 });
  await expect(noteOf(speaker)).toHaveAttribute('data-slide', 'la-reponse-du-serveur');
  await expect(noteOf(speaker)).toContainText('Dire');
  await expect(frameOf(speaker, 'Diapo courante')).toHaveAttribute('id', 'la-reponse-du-serveur', {
    timeout: 20_000,
  });

  // The deck moves: the page follows, its frame to the very step.
  await page.keyboard.press('ArrowRight');
  await expect(speaker.getByText(/étape 2 sur/)).toBeVisible();
  await expect(frameOf(speaker, 'Diapo courante').locator('.line.is-lit')).toHaveText([
    /^Upgrade/,
    /^Connection/,
  ]);

  // The page moves: the deck follows.
  const next = await frameOf(speaker, 'Diapo suivante').getAttribute('id');
  const here = page.locator('section.slide.present:not([hidden])');
  const place = async (): Promise<string> =>
    `${page.url()} ${await here.locator('.visible').count()}`;
  for (let press = 0; press < 8; press += 1) {
    if ((await here.getAttribute('id')) === next) break;
    const before = await place();
    await speaker.getByRole('button', { name: 'Suivante' }).click();
    await expect.poll(place).not.toBe(before);
  }
  await expect(here).toHaveAttribute('id', next ?? '');
  await expect(noteOf(speaker)).toHaveAttribute('data-slide', next ?? '');
  await speaker.keyboard.press('ArrowLeft');
  await expect(here).toHaveAttribute('id', 'la-reponse-du-serveur');

  // Black on the screen of the room, from the desk.
  await speaker.getByRole('button', { name: 'Écran noir' }).click();
  await expect(page.locator('.reveal')).toHaveClass(/paused/);
  await expect(speaker.getByRole('button', { name: 'Écran noir' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a second deck follows the one that is driven while the speaker’s page is open', async ({
  page,
  context,
}) => {
  await openDeck(page, 'plan');
  const second = await context.newPage();
  await openDeck(second, 'plan');
  const speaker = await context.newPage();
  await speaker.goto(SPEAKER);
  await expect(noteOf(speaker)).toHaveAttribute('data-slide', 'plan');
  await page.bringToFront();
  await page.keyboard.press('ArrowRight');
  const id = await page.locator('section.slide.present:not([hidden])').getAttribute('id');
  await expect(second.locator('section.slide.present:not([hidden])')).toHaveAttribute(
    'id',
    id ?? '',
  );
});

test('without a deck it says what to do, and turns its own pages', async ({ page }) => {
  await page.goto(SPEAKER);
  await expect(page.getByText('Aucun diaporama n’est ouvert dans ce navigateur')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ouvrir le diaporama' })).toBeVisible();
  const first = await noteOf(page).getAttribute('data-slide');
  await page.keyboard.press('ArrowRight');
  await expect(noteOf(page)).not.toHaveAttribute('data-slide', first ?? '');
  await expect(page.getByRole('button', { name: 'Mettre en pause' })).toBeVisible();
});

test('the timer pauses, goes back to zero, and compares with the planned minutes', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-01-05T09:00:00') });
  await page.goto(SPEAKER);
  const timer = page.locator('[data-timer]');
  await page.getByRole('button', { name: 'Démarrer' }).click();
  await page.clock.fastForward('25:00');
  await expect(timer).toHaveText('25:00');
  await expect(page.locator('[data-clock]')).toHaveText('09:25');
  await expect(page.locator('[data-plan]')).toHaveText(/de 0 à \d+\smin, \d+\smin de retard/);
  await page.getByRole('button', { name: 'Mettre en pause' }).click();
  await page.clock.fastForward('10:00');
  await expect(timer).toHaveText('25:00');
  await page.reload();
  await expect(timer).toHaveText('25:00');
  await page.getByRole('button', { name: 'Remettre à zéro' }).click();
  await expect(timer).toHaveText('0:00');
});

test('a phone has everything in one column, and axe objects to nothing', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto(SPEAKER);
  await expect(page.getByRole('button', { name: 'Suivante' })).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is the notes of every slide, one after the other', async ({ page }) => {
    await page.goto(SPEAKER);
    await expect(page.getByRole('heading', { name: 'La réponse du serveur' })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});

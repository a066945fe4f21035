// The routes through the labs: chosen on the pages that list steps, followed by « Suivant » and « Reprendre ».
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const DAY = /^Une journée/;
const choices = (page: Page) => page.getByRole('group', { name: 'Votre parcours dans les labos' });
const choose = (page: Page, name: RegExp) => choices(page).getByRole('radio', { name }).check();

test('each route says how many steps it has and how long they take', async ({ page }) => {
  await page.goto('/labos/');
  const radios = choices(page).getByRole('radio');
  await expect(radios).toHaveCount(3);
  await expect(radios.first()).toBeChecked();
  for (const name of ['Tout', 'Une journée', 'Deux heures']) {
    await expect(
      choices(page).getByRole('radio', { name: new RegExp(`^${name}\\s*\\d+.étapes?, \\d`) }),
    ).toHaveCount(1);
  }
  await expect(page.locator('.outline-route:not([hidden])')).toHaveCount(0);
});

test('the choice marks its steps, moves nothing, and holds on every page', async ({ page }) => {
  await page.goto('/labos/');
  const placesOf = () =>
    page
      .locator('.outline-steps li, .route')
      .evaluateAll((items) => items.map((item) => JSON.stringify(item.getBoundingClientRect())));
  const before = await placesOf();
  await choose(page, DAY);
  expect(await placesOf()).toEqual(before);
  await expect(page.locator('li[data-step="1.3"]')).toContainText('dans votre parcours');
  await expect(page.locator('li[data-step="1.2"] .outline-route')).toBeHidden();
  await expectAccessible(page);
  for (const address of ['/labos/poignee-de-main/', '/']) {
    await page.goto(address);
    await expect(choices(page).getByRole('radio', { name: DAY })).toBeChecked();
  }
});

test('the arrow keys choose', async ({ page }) => {
  await page.goto('/labos/');
  await choices(page).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(choices(page).getByRole('radio', { name: DAY })).toBeChecked();
});

test('an address gives a whole room its route', async ({ page }) => {
  await page.goto('/labos/?parcours=deux-heures');
  await expect(choices(page).getByRole('radio', { name: /^Deux heures/ })).toBeChecked();
  await page.goto('/labos/?parcours=inconnu');
  await expect(choices(page).getByRole('radio', { name: /^Deux heures/ })).toBeChecked();
});

test('« Suivant » follows the route, whose steps are marked in the bar', async ({ page }) => {
  const next = page.locator('.whats-next a');
  const shown = next.and(page.locator(':not([hidden])'));
  await page.goto('/labos/poignee-de-main/1-1/');
  await expect(shown).toHaveText(/1\.2/);
  await page.goto('/labos/');
  await choose(page, DAY);
  await page.goto('/labos/poignee-de-main/1-1/');
  await expect(shown).toHaveText(/Suivant\s: 1\.3/);
  await expect(shown).toHaveAttribute('href', '/labos/poignee-de-main/1-3/');
  const bar = page.getByRole('navigation', { name: 'Étapes du labo' });
  await expect(bar.getByRole('link', { name: /1\.3.*dans votre parcours/ })).toHaveCount(1);
  await expect(bar.getByRole('link', { name: /1\.2.*dans votre parcours/ })).toHaveCount(0);
  // A step that is opened by hand leads back to the route.
  await bar.getByRole('link', { name: /1\.2/ }).click();
  await expect(page).toHaveTitle(/^1\.2 /);
  await expect(shown).toHaveText(/1\.3/);
});

test('« Reprendre » follows the route, and a new choice at once', async ({ page }) => {
  await page.addInitScript(() => {
    const progress = JSON.stringify({ failedAttempts: 0, hintsOpened: 0, passed: true });
    const last = { number: '1.1', address: '/labos/poignee-de-main/1-1/' };
    localStorage.setItem('trame-last-step', JSON.stringify(last));
    localStorage.setItem('trame-step:1.1', progress);
  });
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Reprendre 1.2' })).toBeVisible();
  await choose(page, DAY);
  await expect(page.getByRole('link', { name: 'Reprendre 1.3' })).toBeVisible();
});

test('a route that the course no longer has, or nonsense, leaves the first one', async ({
  page,
}) => {
  for (const kept of ['"disparu"', '{', '"<img>"', '3']) {
    await page.addInitScript((value) => {
      localStorage.setItem('trame-route', value);
    }, kept);
    await page.goto('/labos/');
    await expect(choices(page).getByRole('radio').first()).toBeChecked();
  }
});

test('where storage is denied the choice lasts as long as the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('/labos/');
  await choose(page, DAY);
  await expect(page.locator('li[data-step="1.3"]')).toContainText('dans votre parcours');
});

test('the choice fits in 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/', '/labos/', '/labos/poignee-de-main/']) {
    await page.goto(address);
    await choose(page, DAY);
    await expectNoSidewaysScroll(page);
  }
});

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe has no objection to the choice, ${name}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto('/labos/');
      await choose(page, DAY);
      await expectAccessible(page);
    });
  }
}

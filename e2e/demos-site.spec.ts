// The demos in the built site: each is in the deck with its static form, comes alive on its slide, and R reveals it.
import { STATIC_FORMS } from '../src/demos/static-forms.ts';
import { expect, SIZES, test } from './site-test.ts';

const TAGS = Object.keys(STATIC_FORMS);

test('no script of a demo is fetched before its slide comes near', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.setViewportSize(SIZES.desktop);
  await page.goto('/diapos/');
  await expect(page.locator('html')).toHaveAttribute('data-vue', 'ready', { timeout: 20_000 });
  const demos = scripts.filter((path) =>
    /\/(xor|frame|accept|cutter|close-codes)\.[^/]*\.js$/.test(path),
  );
  expect(demos).toEqual([]);
});

test('in the running deck a demo comes alive on its slide, R reveals it, it fits, and the keyboard goes in and out', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(SIZES.desktop);
  await page.goto('/diapos/');
  await expect(page.locator('html')).toHaveAttribute('data-vue', 'ready', { timeout: 20_000 });
  for (const tag of TAGS) {
    const demo = page.locator(tag).first();
    const id = await demo.evaluate((element) => element.closest('section.slide')?.id ?? '');
    await page.evaluate((slide) => {
      location.hash = `#/${slide}`;
    }, id);
    await expect(demo.locator('.demo-gate'), tag).toBeVisible();
    await page.keyboard.press('r');
    await expect(demo.locator('.demo-outcome'), tag).toContainText('Réponse');
    await expect(demo.locator('.demo-stage'), tag).toBeVisible();
    const bottom = await demo.evaluate((element) => element.getBoundingClientRect().bottom);
    expect.soft(bottom, tag).toBeLessThanOrEqual(692);
    await page.keyboard.press('Tab');
    await expect(demo.locator(':focus'), tag).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(demo.locator(':focus'), tag).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('section.slide.present:not([hidden])'), tag).not.toHaveId(id);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the deck, read as a page, holds every static form', async ({ page }) => {
    await page.goto('/diapos/');
    for (const tag of TAGS)
      await expect(page.locator(`${tag} > .demo-static`).first()).toBeVisible();
  });
});

// The support tables where they are shown: whole on their slide, readable at 320 px, and nothing of their data in a script.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDeck } from '../src/deck/load-deck.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SITE, test } from './site-test.ts';

const deck = await loadDeck(path.resolve(import.meta.dirname, '../slides'));
const slides = deck.chapters
  .flatMap((chapter) => chapter.slides)
  .filter(({ markdown }) => markdown.includes('<support-table'));

const COURSE = '/cours/implementations/';

test('each table is a table with a caption, headers and its data’s date', async ({ page }) => {
  await page.goto(COURSE);
  const tables = page.locator('support-table table');
  await expect(tables).toHaveCount(slides.length);
  for (const table of await tables.all()) {
    await expect(table.locator('caption')).not.toBeEmpty();
    await expect(table.getByRole('columnheader').first()).toBeVisible();
    expect(await table.getByRole('row').count()).toBeLessThanOrEqual(8);
  }
  await expect(page.getByText(/^Données de MDN du/)).toHaveCount(slides.length);
  await expectAccessible(page, 'support-table');
});

for (const { id } of slides) {
  test(`on the slide « ${id} » the whole table stands above the footer`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`/diapos/?vue=diapos#/${id}`);
    const source = page.locator(`[id="${id}"] .support-source`);
    await expect(source).toBeInViewport();
    const foot = page.locator(`[id="${id}"] .slide-foot`);
    const [above, below] = await Promise.all([source.boundingBox(), foot.boundingBox()]);
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
  });
}

test('on the narrowest screen each row is a name, then its figures', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(COURSE);
  await expectNoSidewaysScroll(page);
  const row = page.locator('support-table tbody tr').first();
  const [name, figure] = await Promise.all([
    row.locator('th').boundingBox(),
    row.locator('.support-engine').first().boundingBox(),
  ]);
  expect(figure?.y ?? 0).toBeGreaterThan(name?.y ?? Infinity);
  await expectAccessible(page, 'support-table');
});

test('no script of the site holds the compatibility data', () => {
  const scripts = globSync('_astro/*.js', { cwd: SITE });
  expect(scripts.length).toBeGreaterThan(0);
  const holding = scripts.filter((script) =>
    /version_added|baseline_low_date/.test(readFileSync(path.join(SITE, script), 'utf8')),
  );
  expect(holding).toEqual([]);
});

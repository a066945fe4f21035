// The page of corrections: every anchor answers, the filter loses none, and it reads without a script, on a phone, on paper.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { loadErrata } from '../src/catalog/errata.ts';
import { slidesByErratum } from '../src/catalog/errata-slides.ts';
import { loadDeck } from '../src/deck/load-deck.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ERRATA = '/errata/';
const errata = (await loadErrata(ROOT)).flatMap(({ entries }) => entries);
const corrected = slidesByErratum(await loadDeck(path.join(ROOT, 'slides')));
const dangers = errata.filter(({ kinds }) => kinds.includes('danger'));

const shown = (page: Page) => page.locator('.erratum:visible');
const kind = (page: Page, name: RegExp) => page.getByRole('radio', { name });

test('every correction is there, at its anchor, the starred ones first in their slide', async ({
  page,
}) => {
  await page.goto(ERRATA);
  const anchors = await shown(page).evaluateAll((all) => all.map(({ id }) => id));
  expect(anchors).toEqual(errata.map(({ anchor }) => anchor));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Errata');
  const slides = page.getByRole('navigation').getByRole('link');
  for (const link of await slides.all()) {
    const target = (await link.getAttribute('href')) ?? '';
    await expect(page.locator(target)).toHaveCount(1);
  }
});

test('what 2013 said stands beside what is right, with sources that are links where they have an address', async ({
  page,
}) => {
  await page.goto(ERRATA);
  const entry = page.locator('#e5-1');
  await expect(entry.locator('.erratum-said')).toContainText('chatsuperchat');
  await expect(entry.locator('.erratum-right')).toContainText('un seul');
  await expect(entry.getByRole('link', { name: 'RFC 6455 §4.2.2' })).toHaveAttribute(
    'href',
    'https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2',
  );
});

test('each correction leads to the sections of the course that name it, and those lead back', async ({
  page,
}) => {
  expect(corrected.size).toBeGreaterThan(0);
  await page.goto(ERRATA);
  for (const { id, anchor } of errata) {
    const links = page.locator(`#${anchor} a[href^="/cours/"]`);
    await expect(links).toHaveCount(corrected.get(id)?.length ?? 0);
  }
  const [id = '', slides = []] = [...corrected][0] ?? [];
  await page.goto(slides[0]?.address ?? '');
  const anchor = id.toLowerCase().replace('.', '-');
  await page.locator(`a[href*="/errata/#${anchor}"]`).first().click();
  await expect(page.locator(`#${anchor}`)).toBeInViewport();
});

test('one kind at a time: only its corrections stay, and the page says how many', async ({
  page,
}) => {
  await page.goto(ERRATA);
  await kind(page, /^Dangereux/).check();
  await expect(shown(page)).toHaveCount(dangers.length);
  await expect(page.getByRole('status')).toHaveText(
    `${dangers.length} corrections affichées sur ${errata.length}.`,
  );
  // No title is left without a correction under it.
  const empty = await page
    .locator('.errata-slide:visible')
    .evaluateAll((all) => all.filter((slide) => !/E\d/.test((slide as HTMLElement).innerText)));
  expect(empty).toEqual([]);
  await page.reload();
  await expect(kind(page, /^Dangereux/)).toBeChecked();
  await expect(shown(page)).toHaveCount(dangers.length);
  await kind(page, /^Toutes/).check();
  await expect(shown(page)).toHaveCount(errata.length);
  expect(new URL(page.url()).search).toBe('');
});

test('the keyboard alone chooses a kind', async ({ page }) => {
  await page.goto(ERRATA);
  await kind(page, /^Toutes/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(kind(page, /^Essentielles/)).toBeChecked();
  await expect(shown(page)).toHaveCount(errata.filter(({ starred }) => starred).length);
});

test('an address with a kind and another kind’s anchor shows that correction too', async ({
  page,
}) => {
  const other = errata.find(({ kinds }) => kinds.join('') === 'ortho');
  await page.goto(`${ERRATA}?genre=danger#${other?.anchor ?? ''}`);
  await expect(shown(page)).toHaveCount(dangers.length + 1);
  await expect(page.locator(':target')).toBeInViewport();
  await page.goto(`${ERRATA}?genre=inconnu`);
  await expect(kind(page, /^Toutes/)).toBeChecked();
});

test('without a script everything is read, and the filter still works', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${ERRATA}#e8-3`);
  await expect(shown(page)).toHaveCount(errata.length);
  await expect(page.locator('#e8-3')).toBeInViewport();
  await kind(page, /^Dangereux/).check();
  await expect(shown(page)).toHaveCount(dangers.length + 1);
  await context.close();
});

test('on paper the corrections are there, two by two, without the filter', async ({ page }) => {
  await page.goto(ERRATA);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.errata-filter')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(shown(page)).toHaveCount(errata.length);
  const tops = await page
    .locator('#e5-1 > div')
    .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(paper).toBe('light');
});

// The page is long and axe slow: each theme once, each width once.
for (const [name, size, colorScheme] of [
  ['desktop', SIZES.desktop, 'light'],
  ['narrow', { width: 320, height: 640 }, 'dark'],
] as const) {
  test(`on a ${name} screen, ${colorScheme}, axe finds nothing`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await page.goto(`${ERRATA}#e5-1`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test('it fits a phone and the narrowest screen, whatever the quote', async ({ page }) => {
  await page.goto(ERRATA);
  for (const size of [SIZES.phone, { width: 320, height: 640 }]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
});

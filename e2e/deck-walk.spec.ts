// Every slide of the deck, forward and backward, on a laptop, a projector and a phone: nothing sticks out, nothing complains.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, SIZES, test } from './site-test.ts';

type Walk = {
  /** Identifiers of the slides met, in order. */
  readonly seen: readonly string[];
  /** What sticks out of a slide or runs into its footer. */
  readonly excess: readonly string[];
};

async function openDeck(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.goto('/diapos/?vue=diapos');
  await expect(page.locator('html')).toHaveAttribute('data-vue', 'ready', { timeout: 20_000 });
}

/**
 * Presses a key until the deck moves no more, looking at each slide on the way. It all happens in
 * the page: hundreds of round trips would take minutes.
 */
const walk = (page: Page, key: 'ArrowRight' | 'ArrowLeft'): Promise<Walk> =>
  page.evaluate((key) => {
    const seen: string[] = [];
    const excess: string[] = [];
    const current = () =>
      document.querySelector<HTMLElement>('section.slide.present:not([hidden])')!;
    const place = () => `${current().id} ${current().querySelectorAll('.visible').length}`;
    const press = () => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      // What reveal.js reads, and what a made event does not have.
      Object.defineProperty(event, 'keyCode', { value: key === 'ArrowRight' ? 39 : 37 });
      document.body.dispatchEvent(event);
    };
    const look = (slide: HTMLElement) => {
      const frame = slide.getBoundingClientRect();
      const floor = slide.querySelector('.slide-foot')!.getBoundingClientRect().top;
      // What had to be made smaller holds too much.
      if (slide.dataset.fitted !== undefined) excess.push(slide.id);
      for (const element of slide.querySelectorAll(
        '.slide-body > *, .slide-body :is(pre, tr:not(.demo-static tr))',
      )) {
        if (!element.checkVisibility()) continue;
        const { right, bottom, left } = element.getBoundingClientRect();
        const scrolls = element.matches('pre') && element.scrollWidth > element.clientWidth + 1;
        if (scrolls || right > frame.right + 1 || left < frame.left - 1 || bottom > floor + 1) {
          excess.push(`${slide.id}: ${element.outerHTML.slice(0, 80)}`);
        }
      }
    };
    let before = '';
    for (;;) {
      if (before === place()) break;
      before = place();
      const slide = current();
      if (seen.at(-1) !== slide.id) {
        seen.push(slide.id);
        look(slide);
      }
      press();
    }
    return { seen, excess };
  }, key);

test('every slide fits 1280 × 720, forward and backward', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDeck(page, SIZES.desktop);
  const ids = await page
    .locator('section.slide')
    .evaluateAll((slides) => slides.map(({ id }) => id));
  expect(ids.length).toBeGreaterThanOrEqual(18);
  expect(await walk(page, 'ArrowRight')).toEqual({ seen: ids, excess: [] });
  expect(await walk(page, 'ArrowLeft')).toEqual({ seen: ids.toReversed(), excess: [] });
});

for (const [name, size] of [
  ['a projector', { width: 1920, height: 1080 }],
  ['a phone, where the deck was asked for', SIZES.phone],
] as const) {
  test(`every slide fits ${name}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openDeck(page, size);
    const { seen, excess } = await walk(page, 'ArrowRight');
    expect(excess).toEqual([]);
    expect(seen).toHaveLength(await page.locator('section.slide').count());
  });
}

type Rules = {
  run(
    context: Element,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** Looks at each slide alone in the page: axe reads the whole document each time, and hundreds of slides are slow. */
const examineEach = (page: Page, runOnly: readonly string[]): Promise<string[]> =>
  page.evaluate(async (runOnly) => {
    // Left there by expectAccessible().
    const rules = (window as unknown as { axe: Rules }).axe;
    const chapters = [...document.querySelectorAll('.chapter')];
    const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
    const [stage] = chapters;
    for (const chapter of chapters.slice(1)) chapter.remove();
    const complaints: string[] = [];
    for (const slide of slides) {
      slide.hidden = false;
      slide.removeAttribute('aria-hidden');
      slide.className = slide.className
        .replace(/\b(?:past|future|present)\b/g, '')
        .concat(' present');
      stage!.className = 'chapter stack present';
      stage!.replaceChildren(slide);
      const found = await rules.run(slide, {
        runOnly,
        rules: { region: { enabled: false } },
        resultTypes: ['violations'],
      });
      for (const { id, nodes } of found.violations) {
        complaints.push(`${slide.id}: ${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
      }
    }
    return complaints;
  }, runOnly);

for (const [colorScheme, rules] of [
  ['light', ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']],
  // The same elements in other colours.
  ['dark', ['color-contrast']],
] as const) {
  test(`axe objects to no slide of the deck in the ${colorScheme} theme`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openDeck(page, SIZES.desktop);
    // The dialog holds little: this brings axe, and looks at what a slide does not have.
    await page.keyboard.press('?');
    await expectAccessible(page, '[data-deck-help]');
    await page.keyboard.press('Escape');
    expect(await examineEach(page, rules)).toEqual([]);
  });
}

// The deck as a trainer drives it, as a phone or a page without scripts reads it, and as paper keeps it.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const DECK = '/diapos/';

/** The deck runs; on a busy machine that takes more than an assertion's usual patience. */
async function expectRunning(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-vue', 'ready', { timeout: 20_000 });
}

/** Opens the deck, at a slide where one is named, and waits until it runs. */
async function openDeck(page: Page, slide = ''): Promise<void> {
  await page.setViewportSize(SIZES.desktop);
  await page.goto(`${DECK}${slide === '' ? '' : `#/${slide}`}`);
  await expectRunning(page);
}

const currentSlide = (page: Page) => page.locator('section.slide.present:not([hidden])');
const litLines = (page: Page) => currentSlide(page).locator('.line.is-lit');

test('code lights its lines step by step, forwards and backwards', async ({ page }) => {
  await openDeck(page, 'la-reponse-du-serveur');
  await expect(litLines(page)).toHaveText([/^HTTP\/1\.1 101/]);
  await page.keyboard.press('Space');
  await expect(litLines(page)).toHaveText([/^Upgrade/, /^Connection/]);
  await page.keyboard.press('Space');
  await expect(litLines(page)).toHaveText([/^Sec-WebSocket-Accept/]);
  await page.keyboard.press('Shift+Space');
  await expect(litLines(page)).toHaveText([/^Upgrade/, /^Connection/]);
  await expect(currentSlide(page)).toHaveAttribute('id', 'la-reponse-du-serveur');
});

test('the plan’s links go to their chapters', async ({ page }) => {
  await openDeck(page, 'plan');
  await page.getByRole('link', { name: 'Application' }).click();
  await expect(currentSlide(page).getByRole('heading')).toHaveText(/^Application/);
});

test('the slides of the labs lead to them', async ({ page }) => {
  for (const [slide, link, address] of [
    ['travaux-pratiques', 'Tous les labos', '/labos/'],
    ['labo-1-la-poignee-de-main', 'Commencer le labo 1', '/labos/poignee-de-main/'],
  ] as const) {
    await openDeck(page, slide);
    await expect(currentSlide(page).getByRole('link', { name: link })).toHaveAttribute(
      'href',
      address,
    );
  }
});

test('O and Escape open and close the overview, where the other slides are seen', async ({
  page,
}) => {
  await openDeck(page);
  const next = page.locator('#a-la-fin-vous-saurez');
  await expect(next).toBeHidden();
  await page.keyboard.press('o');
  await expect(next).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(next).toBeHidden();
});

test('? opens the keys in French, and Escape closes them without touching the deck', async ({
  page,
}) => {
  await openDeck(page);
  const help = page.getByRole('dialog', { name: 'Touches du diaporama' });
  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(page.locator('.reveal')).not.toHaveClass(/overview/);
});

test('the controls speak French, and the deck is no « application »', async ({ page }) => {
  await openDeck(page, 'un-protocole-normalise');
  await expect(page.getByRole('button', { name: 'Étape ou diapo suivante' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Étape ou diapo précédente' })).toBeVisible();
  await expect(page.getByRole('application')).toHaveCount(0);
});

test('the progress bar says where the deck is', async ({ page }) => {
  await openDeck(page);
  const total = await page.locator('section.slide').count();
  const bar = page.getByRole('progressbar', { name: 'Avancement' });
  await expect(bar).toHaveAttribute('aria-valuetext', `Diapo 1 sur ${total}`);
  await page.keyboard.press('ArrowRight');
  await expect(bar).toHaveAttribute('aria-valuetext', `Diapo 2 sur ${total}`);
});

test('with reduced motion slides replace one another at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDeck(page);
  await expect(page.locator('.reveal')).toHaveClass(/\bnone\b/);
  const durations = await page
    .locator('section.slide')
    .evaluateAll((slides) => slides.map((slide) => getComputedStyle(slide).transitionDuration));
  expect(new Set(durations.flatMap((duration) => duration.split(', ')))).toEqual(new Set(['0s']));
});

test('a phone reads the slides as a page, and the deck on request', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto(DECK);
  await expect(page.getByRole('heading', { name: 'Lire une trame', exact: true })).toBeAttached();
  await expect(page.locator('.reveal')).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Avec les notes' }).first().click();
  await expect(page.getByText('le motif de droite')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Lancer le diaporama' }).click();
  await expectRunning(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the slides are a page, links included', async ({ page }) => {
    await page.setViewportSize(SIZES.desktop);
    await page.goto(DECK);
    for (const name of ['Le masque du client', 'Travaux pratiques']) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    }
    await expectNoSidewaysScroll(page);
  });
});

test('on paper every slide has its page, from wherever the deck was', async ({ page }) => {
  await openDeck(page, 'ecouter');
  await page.emulateMedia({ media: 'print' });
  const slides = await page.locator('section.slide').evaluateAll((all) =>
    all.map((slide) => {
      const { width, height, top } = slide.getBoundingClientRect();
      return {
        width,
        height,
        top: top + scrollY,
        shown: slide.checkVisibility({ opacityProperty: true }),
      };
    }),
  );
  slides.forEach((slide, index) => {
    expect(slide).toEqual({ width: 1280, height: 720, top: index * 720, shown: true });
  });
});

test('the page of notes prints them under their slides', async ({ page }) => {
  await page.goto(`${DECK}notes/`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('le motif de droite')).toBeVisible();
});

test('the page of slides has nothing that axe objects to', async ({ page }) => {
  test.slow();
  await page.setViewportSize(SIZES.phone);
  await page.goto(DECK);
  // Every slide is looked at in `deck-walk.spec.ts`; here a few, for what is asked of a page.
  await page.evaluate(() => {
    for (const chapter of [...document.querySelectorAll('.chapter')].slice(2)) chapter.remove();
  });
  await expectAccessible(page);
});

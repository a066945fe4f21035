// Which slide an address names: by title, by the dialect's numbers, by a search, or none, and then it is said.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, SIZES, test } from './site-test.ts';

async function openDeck(page: Page, hash = ''): Promise<void> {
  await page.setViewportSize(SIZES.desktop);
  await page.goto(`/diapos/${hash}`);
  await expect(page.locator('html')).toHaveAttribute('data-vue', 'ready', { timeout: 20_000 });
}

const currentSlide = (page: Page) => page.locator('section.slide.present:not([hidden])');
const notice = (page: Page) =>
  page.getByRole('dialog', { name: 'Cette diapo n’est pas dans ce support' });

test('a slide’s title is its address: it opens there, and the address follows', async ({
  page,
}) => {
  await openDeck(page, '#/le-masque-ne-chiffre-rien');
  await expect(currentSlide(page).getByRole('heading')).toHaveText('Le masque ne chiffre rien');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/#\/a-quoi-sert-vraiment-le-masque$/);
});

test('the dialect’s numbers lead to the slide, and become its title', async ({ page }) => {
  await openDeck(page, '#/1/1');
  const id = await currentSlide(page).getAttribute('id');
  await expect(page.locator('[data-chapter="1"] > section.slide').nth(1)).toHaveAttribute(
    'id',
    id ?? '',
  );
  await expect(page).toHaveURL(new RegExp(`#/${id}$`));
});

test('an address that names no slide says so, and offers the nearest title', async ({ page }) => {
  await openDeck(page, '#/le-masque-ne-chifre-pas-grand-chose');
  await expect(notice(page)).toContainText('«\u202fle-masque-ne-chifre-pas-grand-chose\u202f»');
  await expectAccessible(page, '[data-deck-lost]');
  await page
    .getByRole('button', { name: 'Aller à «\u202fLe masque ne chiffre rien\u202f»' })
    .click();
  await expect(currentSlide(page)).toHaveAttribute('id', 'le-masque-ne-chiffre-rien');
  await expect(notice(page)).toBeHidden();
});

test('a wrong link while the deck runs leaves the slide where it is, and offers the plan', async ({
  page,
}) => {
  await openDeck(page, '#/lire-une-trame');
  await page.evaluate(() => {
    location.hash = '/99/3';
  });
  await expect(notice(page)).toContainText('«\u202f99/3\u202f»');
  await expect(page).toHaveURL(/#\/lire-une-trame$/);
  await page.keyboard.press('Escape');
  await expect(currentSlide(page)).toHaveAttribute('id', 'lire-une-trame');
  await expect(page.locator('.reveal')).not.toHaveClass(/overview/);
  await page.evaluate(() => {
    location.hash = '/x';
  });
  await page.getByRole('button', { name: 'Voir le plan' }).click();
  await expect(currentSlide(page)).toHaveClass(/toc/);
});

test('G finds a slide by words of its title, accents or not, and by its number', async ({
  page,
}) => {
  await openDeck(page);
  await page.keyboard.press('g');
  const field = page.getByRole('textbox', { name: 'Numéro, ou mots du titre' });
  await expect(field).toBeFocused();
  // « s », « r » and the space are letters here, and no keys of the deck.
  await field.pressSequentially('rien masq');
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveText([
    /Le masque ne chiffre rien/,
  ]);
  await expectAccessible(page, '[data-deck-jump]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(currentSlide(page)).toHaveAttribute('id', 'le-masque-ne-chiffre-rien');
  await page.keyboard.press('g');
  await expect(field).toHaveValue('');
  await field.fill('2');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/a-la-fin-vous-saurez$/);
  await page.keyboard.press('g');
  await field.fill('zzz');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Aucune diapo');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/a-la-fin-vous-saurez$/);
});

test('a phone’s page goes to the slide of an address, and says when there is none', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto('/diapos/#/lire-une-trame');
  await expect(page.locator('#lire-une-trame')).toBeInViewport();
  await page.evaluate(() => {
    location.hash = '/lire-deux-trames';
  });
  await expect(notice(page)).toBeVisible();
  await page.getByRole('button', { name: 'Voir le plan' }).click();
  await expect(page.locator('#plan')).toBeInViewport();
  // The plan's links work in the page as in the deck.
  await page.locator('#plan').getByRole('link').last().click();
  await expect(page.locator('#plan')).not.toBeInViewport();
});

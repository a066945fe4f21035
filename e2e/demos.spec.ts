// The demos, each as a lone reader and as a room meet it: by keyboard alone, asked first, without a script, on paper.
import type { Page } from '@playwright/test';
import { openDemo, type DemoTag } from './harness/demo-bundle.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

type DemoCase = {
  readonly tag: DemoTag;
  /** The letter of the right choice. */
  readonly right: 'A' | 'B' | 'C' | 'D';
  /** What its static form shows. */
  readonly shows: RegExp;
  /** From the outcome, which has the focus: keys that change the figure, and the sentence that then tells it. */
  readonly keys: readonly string[];
  readonly says: RegExp;
  /** What it says by itself once it can be worked: until then it waits for something. */
  readonly settled?: RegExp;
};

/** One entry for each demo, in alphabetical order of its tag. */
const DEMOS: readonly DemoCase[] = [
  {
    tag: 'demo-accept',
    right: 'B',
    shows: /s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=.*BXhwxM0SZasKmCD9S4BfpPmCnEw=/s,
    // Key, « Tirer une clé », then the ways of computing.
    keys: ['Tab', 'Tab', 'Tab', 'ArrowDown'],
    says: /le client ferme la connexion/,
  },
  {
    tag: 'demo-close-codes',
    right: 'C',
    shows: /Le client seul.*1010.*Personne.*1006/s,
    // « Client ou serveur », « Le client seul »…
    keys: ['Tab', 'Tab', 'Space'],
    says: /Sens/,
  },
  {
    tag: 'demo-cswsh',
    right: 'B',
    shows: /Cookie: session=alice/,
    // « Étape suivante », to the end.
    keys: ['Tab', 'Enter', 'Enter', 'Enter'],
    says: /ouverte au nom d’Alice/,
  },
  {
    tag: 'demo-cutter',
    right: 'B',
    shows: /Une par octet.*19 fois/s,
    // Five ways of cutting, then the stream: between its first two bytes.
    keys: [...Array<string>(6).fill('Tab'), 'Space'],
    says: /Coupé entre les octets 0 et 1/,
  },
  {
    tag: 'demo-echo',
    right: 'D',
    shows: /8\s+octets.*clé de masquage.*4\s+octets/s,
    // No server in these pages: the simulator. The message, then « Envoyer ».
    settled: /un simulateur prend le relais/,
    keys: ['Tab', 'Tab', 'Enter'],
    says: /Simulateur\s: le client enverrait 8\soctets/,
  },
  {
    tag: 'demo-frame',
    right: 'B',
    shows: /clé de masquage.*37 fa 21 3d/s,
    // Example, sender, bytes, then the grid: its first bit is FIN.
    keys: [...Array<string>(4).fill('Tab'), 'Space'],
    says: /Premier fragment/,
  },
  {
    tag: 'demo-handshake',
    right: 'C',
    shows: /101 Switching Protocols/,
    // « Étape suivante », three times.
    keys: ['Tab', 'Enter', 'Enter', 'Enter'],
    says: /Étape 3 sur 10.*prouve qu’il a lu la clé/,
  },
  {
    tag: 'demo-proxy',
    right: 'C',
    shows: /constante.*le faux script.*aléatoire.*le vrai script/s,
    // The ways of drawing a key: from the second to the last.
    keys: ['Tab', 'ArrowDown'],
    says: /ne voit que du bruit/,
  },
  {
    tag: 'demo-race',
    right: 'B',
    shows: /Scrutation longue/,
    // « Aller-retour », « Messages », then polling every 30 s rather than every 5.
    keys: ['Tab', 'Tab', 'Tab', 'ArrowDown', 'Tab', 'Enter'],
    says: /fait 2 requêtes/,
  },
  {
    tag: 'demo-states',
    right: 'A',
    shows: /CLOSING/,
    // « new WebSocket(url) », which gives way to « send(…) ».
    keys: ['Tab', 'Enter', 'Enter'],
    says: /lève une exception/,
  },
  {
    tag: 'demo-xor',
    right: 'B',
    shows: /7f\s+0111\s*1111/,
    // Text, four bytes of key, « Tirer une clé », « Masquer deux fois ».
    keys: [...Array<string>(7).fill('Tab'), 'Enter'],
    says: /deux fois/,
  },
  {
    tag: 'demo-xss',
    right: 'B',
    shows: /onerror.*Par textContent, chacun reste du texte/s,
    // The example, from the bold word to the form; then away, since the next one makes the console complain.
    keys: ['Tab', 'ArrowDown', 'Tab'],
    says: /formulaire que rien ne distingue/,
  },
];

const live = (page: Page) => page.locator('.demo-live');
const choices = (page: Page) => live(page).locator('.demo-choice');
const outcome = (page: Page) => live(page).locator('.demo-outcome');
const stage = (page: Page) => live(page).locator('.demo-stage');

const press = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

for (const { tag, right, shows, settled, keys, says } of DEMOS) {
  test.describe(tag, () => {
    test('asks first: the figure comes with a choice, and says what was right', async ({
      page,
    }) => {
      await openDemo(page, tag);
      await expect(choices(page).first()).toBeVisible();
      expect(await choices(page).count()).toBeGreaterThanOrEqual(3);
      await expect(stage(page)).toHaveCount(0);
      await choices(page)
        .filter({ hasText: new RegExp(`^${right}`) })
        .click();
      await expect(outcome(page)).toContainText(`Réponse ${right}, comme vous l’aviez prédit.`);
      await expect(stage(page)).toBeVisible();
      await expect(choices(page)).toHaveCount(0);
    });

    test('opens, and is worked, by keyboard alone', async ({ page }) => {
      await openDemo(page, tag);
      await expect(choices(page).first()).toBeVisible();
      await press(page, ['Tab', 'Space']);
      await expect(outcome(page)).toBeFocused();
      const status = live(page).getByRole('status');
      if (settled !== undefined) await expect(status).toContainText(settled);
      await press(page, keys);
      await expect(status).toContainText(says);
    });

    test('lets a lone reader say that they do not know', async ({ page }) => {
      await openDemo(page, tag);
      await live(page).getByRole('button', { name: 'Je ne sais pas' }).click();
      await expect(outcome(page)).toContainText(`Réponse ${right}.`);
    });

    test('on a slide keeps its keys, gives the deck back with Escape, and R reveals', async ({
      page,
    }) => {
      await page.setViewportSize(SIZES.desktop);
      await openDemo(page, tag, { place: 'slide' });
      const current = page.locator('section.slide.present');
      await expect(choices(page).first()).toBeVisible();
      await expect(live(page).getByRole('button', { name: 'Je ne sais pas' })).toBeHidden();
      await choices(page).first().focus();
      await press(page, ['ArrowRight', 'n', 'o', 'r']);
      await expect(outcome(page)).toContainText(`Réponse ${right}.`);
      await press(page, keys);
      await press(page, ['Space', 'ArrowRight', 'ArrowDown', 'End']);
      await expect(current).toHaveAttribute('id', tag);
      await press(page, ['Escape']);
      await expect(page.locator('body')).toBeFocused();
      await expect(page.locator('.reveal')).not.toHaveClass(/overview/);
      await press(page, ['ArrowRight']);
      await expect(current).toHaveAttribute('id', 'suite');
    });

    test('on a slide is revealed by the deck, and fits', async ({ page }) => {
      await page.setViewportSize(SIZES.desktop);
      await openDemo(page, tag, { place: 'slide' });
      await expect(choices(page).first()).toBeVisible();
      await expectToFit(page);
      await page
        .locator(tag)
        .evaluate((demo) => demo.dispatchEvent(new CustomEvent('demo-reveal')));
      await expect(stage(page)).toBeVisible();
      await expectToFit(page);
    });

    test('is accessible in both themes, asked and answered', async ({ page }) => {
      // Three analyses.
      test.slow();
      await page.emulateMedia({ colorScheme: 'light' });
      await openDemo(page, tag);
      await expect(choices(page).first()).toBeVisible();
      await expectAccessible(page);
      await choices(page).first().click();
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
    });

    test('reflows to 320 px', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await openDemo(page, tag);
      await expect(choices(page).first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await choices(page).first().click();
      await expectNoSidewaysScroll(page);
    });

    test('prints its static form, whatever was done to the figure', async ({ page }) => {
      await openDemo(page, tag);
      await choices(page).first().click();
      await expect(page.locator('.demo-static')).toBeHidden();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.demo-static')).toBeVisible();
      await expect(page.locator('.demo-static')).toContainText(shows);
      await expect(live(page)).toBeHidden();
      await expectAccessible(page);
    });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('is its static form, down to 320 px', async ({ page }) => {
        await page.setViewportSize({ width: 320, height: 800 });
        await openDemo(page, tag);
        await expect(page.locator('.demo-static')).toContainText(shows);
        await expectNoSidewaysScroll(page);
      });
    });
  });
}

/** What the slide shows ends above the deck's footer, and inside its right margin. */
async function expectToFit(page: Page): Promise<void> {
  const excess = await live(page).evaluate((demo) =>
    [...demo.querySelectorAll('*')]
      .filter((element) => !element.matches('.visually-hidden, .visually-hidden *, caption'))
      .filter((element) => {
        const { right, bottom } = element.getBoundingClientRect();
        return right > 1216.5 || bottom > 684;
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(excess).toEqual([]);
}

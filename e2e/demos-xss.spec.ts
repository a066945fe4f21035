// The two chats: what each message makes is counted without running any of it, and nothing of it runs.
import type { Page } from '@playwright/test';
import { XSS_EXAMPLES } from '../src/demos/xss/messages.ts';
import { xss as words } from '../src/i18n/demos/xss.ts';
import { openDemo } from './harness/demo-bundle.ts';
import { expect, SIZES, test } from './site-test.ts';

const glued = (page: Page) => page.getByRole('group', { name: words.panes.html });
const escaped = (page: Page) => page.getByRole('group', { name: words.panes.text });
const inside = (page: Page, title: string) => page.frameLocator(`iframe[title="${title}"]`);

/** What the console says of a script: the frame's own bar, and the policy's. */
const BLOCKED = /Blocked script execution|Executing inline event handler violates/;

async function open(page: Page, place: 'slide' | 'section' = 'section'): Promise<void> {
  await openDemo(page, 'demo-xss', { place });
  await page.locator('.demo-choice').first().click();
  await expect(glued(page)).toBeVisible();
}

for (const { name, made } of XSS_EXAMPLES) {
  test(`what paper says of « ${name} » is what a browser makes of it`, async ({
    page,
    complaints,
  }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await open(page);
    await page.getByLabel(words.example).selectOption({ label: name });
    await expect(glued(page).locator('.xss-count')).toHaveText(
      words.made(made.elements, made.handlers),
    );
    await expect(escaped(page).locator('.xss-count')).toHaveText(words.made([], []));
    await expect(inside(page, words.frames.html).locator('main > div *')).toHaveCount(
      made.elements.length + 1,
    );
    await expect(inside(page, words.frames.text).locator('main > div *')).toHaveCount(1);
    expect(dialogs).toEqual([]);
    // A handler meets one of two bars: the frame's own, or the policy that this page hands down. Chromium says which it
    // asked first, and has changed its mind.
    if (made.handlers.length > 0) {
      await expect.poll(() => complaints.some((it) => BLOCKED.test(it))).toBe(true);
    } else {
      expect(complaints.some((it) => it.includes("script-src 'self'"))).toBe(false);
    }
    // The console says that scripts were blocked, and says nothing else.
    expect(complaints.filter((it) => !BLOCKED.test(it))).toEqual([]);
    complaints.length = 0;
  });
}

test('one’s own message is read as it is typed, and one that is too long is refused', async ({
  page,
}) => {
  await open(page);
  const message = page.getByLabel(words.message);
  await message.fill('<a href="java\nscript:alert(1)">ici</a>');
  await expect(glued(page).locator('.xss-count')).toHaveText(words.made(['a'], ['href']));
  await expect(page.getByLabel(words.example)).toHaveValue('');
  await message.fill('<b>'.repeat(200));
  await expect(page.getByRole('status')).toHaveText(words.tooLong(500));
  await expect(message).toHaveAttribute('aria-invalid', 'true');
  await message.fill('');
  await expect(page.getByRole('status')).toHaveText(words.said.text);
});

test('every example fits a slide', async ({ page, complaints }) => {
  await page.setViewportSize(SIZES.desktop);
  await open(page, 'slide');
  for (const { name } of XSS_EXAMPLES) {
    await page.getByLabel(words.example).selectOption({ label: name });
    const bottom = await page
      .locator('.demo-live')
      .evaluate((demo) => demo.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(684);
  }
  complaints.length = 0;
});

// The pages to read alone: on a phone at night, on a desk, on paper, without scripts, and by those who come back.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const CONTENTS = '/cours/';

/** The addresses of the chapters, as the contents give them. */
async function chapterAddresses(page: Page): Promise<string[]> {
  await page.goto(CONTENTS);
  return page
    .locator('.contents h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** The first chapter with several sections. */
async function openChapter(page: Page): Promise<void> {
  const addresses = await chapterAddresses(page);
  await page.goto(addresses[1] ?? addresses[0] ?? CONTENTS);
}

test('the contents name every chapter with its time, and each leads to its page', async ({
  page,
}) => {
  const addresses = await chapterAddresses(page);
  expect(addresses.length).toBeGreaterThan(0);
  await expect(page.locator('.contents-time').first()).toHaveText(/\d+\u00a0min de lecture/);
  for (const address of addresses) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
  }
});

test('every link inside the course leads somewhere, its anchor included', async ({ page }) => {
  const ids = new Map<string, Set<string>>();
  const read = async (address: string) => {
    await page.goto(address);
    ids.set(
      address,
      new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))),
    );
    return page
      .locator('main a[href^="/cours/"], main a[href^="#"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  };
  const addresses = [CONTENTS, ...(await chapterAddresses(page))];
  const links = new Set<string>();
  for (const address of addresses) for (const link of await read(address)) links.add(link);
  const dead = [...links].filter((link) => {
    const { pathname, hash } = new URL(link);
    const known = ids.get(pathname);
    return known !== undefined && hash !== '' && !known.has(decodeURIComponent(hash.slice(1)));
  });
  expect(links.size).toBeGreaterThan(10);
  expect(dead).toEqual([]);
});

test('a chapter has one h1, one h2 for each section, and no id twice', async ({ page }) => {
  await openChapter(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return {
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      sections: document.querySelectorAll('.course-section:not(.is-opener)').length,
      titles: document.querySelectorAll('.course-section h2[id]').length,
    };
  });
  expect(found.twice).toEqual([]);
  expect(found.titles).toBe(found.sections);
});

test('no line of text is longer than 66 characters on average', async ({ page }) => {
  await page.setViewportSize(SIZES.desktop);
  await openChapter(page);
  const longest = await page.locator('.course-prose p').evaluateAll((paragraphs) =>
    paragraphs.map((paragraph) => {
      const height = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      const lines = Math.round(paragraph.getBoundingClientRect().height / height);
      return lines < 3 ? 0 : paragraph.textContent.length / lines;
    }),
  );
  expect(Math.max(...longest)).toBeGreaterThan(30);
  expect(Math.max(...longest)).toBeLessThanOrEqual(66);
});

test('what was read is kept, the table of contents follows, and the contents lead back', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.desktop);
  await openChapter(page);
  const second = page.locator('.course-section').nth(2);
  const title = (await second.getAttribute('data-label')) ?? '';
  await page.mouse.wheel(0, 1);
  await page.locator('.course-section').nth(1).scrollIntoViewIfNeeded();
  await page
    .locator('.course-section h2')
    .nth(1)
    .evaluate((one) => {
      one.scrollIntoView({ behavior: 'instant', block: 'start' });
    });
  await expect(page.locator('.course-aside [aria-current="location"]')).toContainText(title);
  const chapter = page.url().replace(/#.*$/, '');
  await page.goto(CONTENTS);
  const resume = page.getByRole('link', { name: /Reprendre à/ });
  await expect(resume).toContainText(title);
  await expect(resume).toHaveAttribute(
    'href',
    `${new URL(chapter).pathname}#${(await resume.getAttribute('href'))?.split('#')[1] ?? ''}`,
  );
  await page.getByRole('button', { name: 'Oublier ma progression' }).click();
  await expect(resume).toBeHidden();
  await page.reload();
  await expect(resume).toBeHidden();
});

test('a chapter read to its end says so in the contents', async ({ page }) => {
  const addresses = await chapterAddresses(page);
  await page.goto(addresses[0] ?? CONTENTS);
  const count = await page.locator('.course-section').count();
  for (let index = 0; index < count; index += 1) {
    await page
      .locator('.course-section')
      .nth(index)
      .evaluate(async (one) => {
        one.scrollIntoView({ behavior: 'instant', block: 'start' });
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
  }
  await page.keyboard.press('End');
  await expect(page.locator('.course-toc [data-toc]').last()).toHaveAttribute('data-read', '');
  await page.goto(CONTENTS);
  await expect(page.locator('.contents-chapter').first().locator('[data-count]')).toHaveText('lu');
});

test('with storage denied the chapter is whole and nothing complains', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openChapter(page);
  await page.keyboard.press('End');
  await expect(page.locator('.course-neighbours')).toBeVisible();
  await page.goto(CONTENTS);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('what was kept by somebody else does not break the page', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem(
      'trame-cours',
      JSON.stringify({ last: { chapter: '../../x', section: '"><img>', title: 1 }, read: 7 }),
    );
  });
  await page.goto(CONTENTS);
  await expect(page.getByRole('link', { name: /Reprendre à/ })).toBeHidden();
});

test('the first stop of the keyboard skips the bar', async ({ page }) => {
  await openChapter(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au texte' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a phone unfolds the chapter’s contents, and they lead to a section', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await openChapter(page);
  await page.locator('.course-folded summary').click();
  const link = page.locator('.course-folded a').last();
  const target = (await link.getAttribute('href'))?.slice(1) ?? '';
  await link.click();
  await expect(page.locator(`[id="${target}"]`)).toBeInViewport();
});

test('a slide’s section leads to its slide', async ({ page }) => {
  await openChapter(page);
  const link = page.locator('.course-to-slide').first();
  const id = (await page.locator('.course-section h2').first().getAttribute('id')) ?? '';
  await expect(link).toHaveAttribute('href', `/diapos/#/${id}`);
});

test('a failing check’s section is there, and leads back to its labs', async ({ page }) => {
  await page.goto('/labos/poignee-de-main/1-3/');
  const data = await page.locator('#step-page').textContent();
  const { course } = JSON.parse(data ?? '{}') as { course: Record<string, { address: string }> };
  const [link] = Object.values(course);
  expect(link?.address).toMatch(/^\/cours\/[\w-]+\/#[\w-]+$/);
  await page.goto(link?.address ?? CONTENTS);
  const section = page.locator(`[data-section="${link?.address.split('#')[1] ?? ''}"]`);
  await expect(section.getByRole('link', { name: /Labo 1\.3/ }).last()).toHaveAttribute(
    'href',
    '/labos/poignee-de-main/1-3/',
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a chapter reads from its first line to its neighbours', async ({ page }) => {
    await page.setViewportSize(SIZES.phone);
    await page.goto('/cours/');
    await page.locator('.contents h2 a').nth(1).click();
    await expect(page.locator('.course-section h2').last()).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Chapitres voisins' })).toBeVisible();
    await expect(page.getByText('Reprendre à')).toBeHidden();
    await expectNoSidewaysScroll(page);
  });
});

test('on paper every answer is open and nothing is left to press', async ({ page }) => {
  await openChapter(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.course-bar')).toBeHidden();
  await expect(page.locator('.course-neighbours')).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('main details:not([open])')).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('main details[open]')).toHaveCount(0);
});

test('no page of the course has anything that axe objects to, nor sticks out of 390 or 320 px', async ({
  page,
}) => {
  // A dozen long pages, each examined whole.
  test.setTimeout(300_000);
  for (const address of [CONTENTS, ...(await chapterAddresses(page))]) {
    await page.setViewportSize(SIZES.desktop);
    await page.goto(address);
    await expectAccessible(page);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
  }
});

test('every page of the course has its contrast in the dark too', async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of [CONTENTS, ...(await chapterAddresses(page))]) {
    await page.goto(address);
    // Only what the theme changes: the rest was examined in the light.
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    expect(
      violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
      address,
    ).toEqual([]);
  }
});

test('a demo comes alive when it is reached, reflows to 320 px, and is still there on paper', async ({
  page,
}) => {
  await page.goto('/cours/masque/');
  const demo = page.locator('demo-xor').first();
  await expect(demo).toBeAttached();
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute('data-live', '', { timeout: 20_000 });
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ media: 'print' });
  await expect(demo.locator('.demo-static')).toBeVisible();
});

test('a term leads to the glossary, which leads back to the course', async ({ page }) => {
  await openChapter(page);
  const term = page.locator('.course-term').first();
  const address = (await term.getAttribute('href')) ?? '';
  expect(address).toMatch(/^\/cours\/glossaire\/#[\w-]+$/);
  await term.click();
  const entry = page.locator(`[id="${address.split('#')[1] ?? ''}"]`);
  await expect(entry).toBeInViewport();
  await expect(entry.locator('[lang="en"]').or(entry.locator('dt'))).not.toHaveCount(0);
  const known = await page
    .locator('.glossary-links a[href^="/cours/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(known.length).toBeGreaterThan(20);
  await page.goto(known[0] ?? CONTENTS);
  await expect(page.locator(`[id="${known[0]?.split('#')[1] ?? ''}"]`)).toBeInViewport();
});

test('the glossary has nothing that axe objects to, and fits in 320 px', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/cours/glossaire/');
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
});

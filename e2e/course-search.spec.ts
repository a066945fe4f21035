// The search of the course: by words of any form, by keyboard, without the page's policy giving way, and when the server is gone.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, SIZES, startSite, test } from './site-test.ts';

async function openSearch(page: Page, address = '/cours/'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
}

const results = (page: Page) => page.locator('dialog [data-results] a');
const status = (page: Page) => page.locator('dialog').getByRole('status');

/** Types a query and waits for its answer; the first one fetches the engine. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.getByRole('searchbox').fill(query);
  await expect(status(page)).toContainText(`«\u202f${query}\u202f»`, { timeout: 20_000 });
  return results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

test('« masque » and « masquage » find the mask, and a result leads to its section', async ({
  page,
}) => {
  await openSearch(page);
  for (const query of ['masque', 'masquage', 'masking']) {
    const found = await search(page, query);
    expect(found.join(' '), query).toMatch(/\/cours\/masque\/#/);
    expect(found, query).toContain('/cours/glossaire/#masquage');
  }
  const section = results(page).and(page.locator('[href^="/cours/masque/#"]')).first();
  const target = (await section.getAttribute('href')) ?? '';
  await section.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await expect(page.locator(`[id="${target.split('#')[1] ?? ''}"]`)).toBeInViewport();
});

test('accents and capitals do not matter, and labs and corrections are found too', async ({
  page,
}) => {
  await openSearch(page);
  expect((await search(page, 'poignee de main')).length).toBeGreaterThan(0);
  expect((await search(page, 'POIGNÉE')).length).toBeGreaterThan(0);
  expect((await search(page, 'accept base64 SHA-1')).join(' ')).toMatch(/\/labos\//);
  expect((await search(page, 'W3C')).join(' ')).toMatch(/\/errata\//);
});

test('the page’s policy is what it was, and only the worker may compile WebAssembly', async ({
  page,
}) => {
  const policies = new Map<string, string>();
  page.on('response', (response) => {
    policies.set(
      new URL(response.url()).pathname,
      response.headers()['content-security-policy'] ?? '',
    );
  });
  await openSearch(page);
  await search(page, 'trame');
  const loosened = [...policies].filter(([, policy]) => /unsafe|wasm|blob:/.test(policy));
  expect(loosened.map(([address]) => address)).toEqual([
    expect.stringMatching(/^\/_astro\/search-worker-[\w-]+\.js$/),
  ]);
  const refused = await page.evaluate(async () => {
    try {
      // The smallest module there is.
      await WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
      return 'compiled';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused).toBe('CompileError');
});

test('nothing of the search comes before it is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openSearch(page);
  expect(asked.filter((address) => /pagefind|search-worker/.test(address))).toEqual([]);
  await search(page, 'trame');
  expect(asked.some((address) => address === '/pagefind/pagefind.js')).toBe(true);
});

test('the keyboard alone opens it, goes down the results, comes back and closes it', async ({
  page,
}) => {
  await page.goto('/cours/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('opcode');
  await expect(results(page).first()).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a word that is nowhere, and markup, are said and never run', async ({ page }) => {
  await openSearch(page);
  expect(await search(page, 'zzyzxw')).toEqual([]);
  await expect(status(page)).toContainText('Rien pour');
  await expect(page.locator('dialog').getByRole('link', { name: 'Glossaire' })).toBeVisible();
  await search(page, '<img src=x onerror=alert(1)>');
  await expect(page.locator('dialog img')).toHaveCount(0);
  await page.getByRole('searchbox').fill('');
  await expect(status(page)).toContainText('Par exemple');
});

test('when the server is gone it says so, and offers other ways', async ({ page, complaints }) => {
  const site = await startSite();
  await openSearch(page, `${site.origin}/cours/`);
  await site.stop();
  await page.getByRole('searchbox').fill('trame');
  await expect(status(page)).toContainText('ne répond pas', { timeout: 20_000 });
  await expect(
    page.locator('dialog').getByRole('link', { name: 'Sommaire du cours' }),
  ).toBeVisible();
  // The browser itself writes the failed request in its console.
  complaints.splice(0);
});

test('a plain http name that is not the loopback’s searches too', async ({ page, site }) => {
  await openSearch(page, `${site.origin.replace('127.0.0.1', 'labo.test')}/cours/`);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  expect((await search(page, 'trame')).length).toBeGreaterThan(0);
});

test('a lost address offers the search in the page itself', async ({ page, complaints }) => {
  const answer = await page.goto('/cours/chapitre-perdu/');
  expect(answer?.status()).toBe(404);
  await page.getByRole('searchbox', { name: 'Chercher dans le cours' }).fill('fermeture');
  await expect(page.locator('[data-results] a').first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: /sommaire/i }).first()).toBeVisible();
  await expectAccessible(page);
  // The browser itself writes the 404 in its console.
  complaints.splice(0);
});

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`the open search has nothing that axe objects to, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openSearch(page);
    await search(page, 'masque');
    await expectAccessible(page);
  });
}

// Gestures that follow each other faster than pages come: the last one counts, once, and what the page holds is kept.
import type { Page, Route } from '@playwright/test';
import { LAB, run, status } from './harness/accept-step.ts';
import { expect, openHeld, test } from './site-test.ts';

const strip = (page: Page) => page.locator('.offline');
const stepLink = (page: Page, number: string) =>
  page.getByRole('navigation', { name: 'Étapes du labo' }).getByRole('link', { name: number });

/** The browser's own lines on the requests that failed are all that the console may hold. */
test.afterEach(({ complaints }) => {
  const others = complaints.filter((line) => !line.includes('net::ERR_'));
  complaints.splice(0, complaints.length, ...others);
});

type HeldStep = {
  /** Requests for the step's page so far, whoever made them. */
  readonly count: () => number;
  /** Answers them, the last one first; resolves once the page has had them all. */
  release(): Promise<void>;
};

/**
 * Opens step 1.3 and holds back every answer that gives step 1.4: the page, which fetches the lab's steps by itself, has
 * those before it, and waits for this one.
 */
async function openWithout14(page: Page): Promise<HeldStep> {
  const held: Route[] = [];
  await page.route(/\/1-4\/$/, (route) => {
    held.push(route);
  });
  await page.goto(LAB);
  await expect.poll(() => held.length).toBe(1);
  return {
    count: () => held.length,
    release: async () => {
      // What the page fetches by itself comes last: it then goes on to the step after.
      const goesOn = page.waitForRequest(/\/1-5\/$/);
      for (const route of held.reverse()) {
        const request = route.request();
        await route.continue();
        await (await request.response())?.finished();
      }
      await goesOn;
    },
  };
}

for (const isOffline of [false, true]) {
  test(`a double click on a step’s link keeps what the page holds, ${isOffline ? 'without' : 'with'} the server`, async ({
    page,
    context,
  }) => {
    await openHeld(page, LAB);
    await run(page);
    await expect(status(page)).toContainText('Commencez par celle-ci.');
    await context.setOffline(isOffline);
    await stepLink(page, '1.4').dblclick();
    await expect(page).toHaveTitle(/^1\.4 /);
    await run(page);
    await stepLink(page, '1.3').dblclick();
    await expect(page).toHaveTitle(/^1\.3 /);
    await expect(status(page), 'its verdict is still there').toContainText(
      'Commencez par celle-ci.',
    );
    await page.goBack();
    await expect(page).toHaveTitle(/^1\.4 /);
    await page.goBack();
    await expect(page).toHaveTitle(/^1\.3 /);
  });
}

test('a link to a place in the step that is shown is followed, and the step stays', async ({
  page,
}) => {
  await openHeld(page, LAB);
  await page.evaluate(() => {
    Object.assign(window, { samePage: true });
    const link = document.createElement('a');
    link.href = '#place';
    link.textContent = 'Vers un endroit de l’étape';
    document.querySelector('.instructions')?.prepend(link);
  });
  const link = page.getByRole('link', { name: 'Vers un endroit de l’étape' });
  await link.click();
  await expect(page).toHaveURL(/1-3\/#place$/);
  await page.goBack();
  await expect(page).toHaveURL(/1-3\/$/);
  await expect(link, 'nothing was shown anew').toBeVisible();
  expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
});

test('a step that comes late does not take the place of the one asked for after it', async ({
  page,
}) => {
  const late = await openWithout14(page);
  await stepLink(page, '1.4').click();
  await expect.poll(late.count).toBe(2);
  await stepLink(page, '1.2').click();
  await expect(page).toHaveTitle(/^1\.2 /);
  await late.release();
  await expect(page).toHaveURL(/1-2\/$/);
  await expect(page).toHaveTitle(/^1\.2 /);
  await page.goBack();
  await expect(page).toHaveTitle(/^1\.3 /);
});

test('a step that comes late does not take the place of the one that the browser’s history has shown', async ({
  page,
}) => {
  const late = await openWithout14(page);
  await stepLink(page, '1.2').click();
  await expect(page).toHaveTitle(/^1\.2 /);
  await stepLink(page, '1.4').click();
  await expect.poll(late.count).toBe(2);
  await page.goBack();
  await expect(page).toHaveTitle(/^1\.3 /);
  await late.release();
  await expect(page).toHaveURL(/1-3\/$/);
  await expect(page).toHaveTitle(/^1\.3 /);
  await page.goForward();
  await expect(page).toHaveTitle(/^1\.2 /);
});

test('a step asked for twice while it comes is fetched once, and is one entry of the history', async ({
  page,
}) => {
  const late = await openWithout14(page);
  await stepLink(page, '1.4').dblclick();
  await expect.poll(late.count).toBe(2);
  await late.release();
  await expect(page).toHaveTitle(/^1\.4 /);
  expect(late.count(), 'one by the page itself, one for the link').toBe(2);
  await page.goBack();
  await expect(page).toHaveTitle(/^1\.3 /);
  await page.goForward();
  await expect(page).toHaveTitle(/^1\.4 /);
});

test('a link out of the lab that waits for the server is given up for a step that is opened meanwhile', async ({
  page,
}) => {
  const held: Route[] = [];
  let server: 'silent' | 'slow' | 'there' = 'silent';
  await openHeld(page, LAB);
  await page.route('/', async (route) => {
    if (server === 'silent') await route.abort();
    else if (server === 'slow') held.push(route);
    else await route.continue();
  });
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await expect(strip(page)).toContainText('Hors connexion');
  server = 'slow';
  await page.getByRole('link', { name: 'Trame, retour à l’accueil' }).click();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await stepLink(page, '1.4').click();
  await expect(page).toHaveTitle(/^1\.4 /);
  server = 'there';
  for (const route of held) await route.continue();
  await expect(strip(page)).toBeEmpty();
  await run(page);
  await expect(page).toHaveURL(/1-4\/$/);
});

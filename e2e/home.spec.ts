// Home and the page of lost addresses, as a newcomer, a returning student and a screen reader meet them.
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const LAB = '/labos/poignee-de-main/1-3/';

test('home says what the course is in one sentence and opens a door on each thing that exists', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const doors = page.getByRole('navigation').getByRole('link');
  await expect(doors).toHaveCount(3);
  for (const door of await doors.all()) {
    const address = await door.getAttribute('href');
    const answer = await page.request.get(address ?? '');
    expect(answer.status(), address ?? '').toBe(200);
  }
  await doors.filter({ hasText: 'Faire les labos' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les labos');
});

for (const address of ['/labos/', '/labos/poignee-de-main/']) {
  test(`${address} lists the steps in order, and marks those that were passed`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const progress = { failedAttempts: 0, hintsOpened: 0, passed: true };
      localStorage.setItem('trame-step:1.3', JSON.stringify(progress));
    });
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByText('réussie').and(page.locator(':visible'))).toHaveCount(1);
    await expect(page.locator('[data-step="1.3"]')).toContainText('réussie');
    const numbers = await page
      .locator('[data-step]')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.step));
    expect(numbers.slice(0, 3)).toEqual(['1.1', '1.2', '1.3']);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: /^Étape 1\.3/ }).click();
    await expect(page).toHaveURL(new RegExp(`${LAB}$`));
  });
}

test('the lab’s name, in a step, leads to the lab', async ({ page }) => {
  await page.goto(LAB);
  await page.getByRole('link', { name: /^Labo 1/ }).click();
  await expect(page).toHaveURL(/\/labos\/poignee-de-main\/$/);
});

test('home shows nobody a step to come back to before they have worked', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: /Reprendre/ })).toBeHidden();
});

test('home takes a returning student back to their step', async ({ page }) => {
  await page.goto(LAB);
  await page.locator('code-editor[data-ready] .cm-content').click();
  await page.keyboard.type('// mien');
  await page.goto('/');
  await page.getByRole('link', { name: 'Reprendre 1.3' }).click();
  await expect(page).toHaveURL(new RegExp(`${LAB}$`));
});

test('home takes a student who passed their step to the next one not passed', async ({ page }) => {
  await page.addInitScript((address) => {
    const progress = JSON.stringify({ failedAttempts: 0, hintsOpened: 0, passed: true });
    localStorage.setItem('trame-last-step', JSON.stringify({ number: '1.3', address }));
    for (const number of ['1.3', '1.4']) localStorage.setItem(`trame-step:${number}`, progress);
  }, LAB);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Reprendre 1.5' })).toHaveAttribute(
    'href',
    '/labos/poignee-de-main/1-5/',
  );
});

test('a chosen theme holds on the next page, before anything is painted', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: /Thème/ });
  await button.click();
  await button.click();
  await expect(button).toHaveText(/sombre/);
  await page.goto(LAB);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('an address that leads nowhere answers 404 in French, with ways back', async ({
  page,
  complaints,
}) => {
  const answer = await page.goto('/labos/nulle-part/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable');
  await expect(page.getByRole('link', { name: /accueil/ })).toBeVisible();
  // The browser itself writes the 404 in its console.
  complaints.splice(0);
});

test('text keeps its lines when our fonts replace the system’s', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/');
  await page.evaluate(() => document.fonts.ready);
  const total = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0),
  );
  expect(total).toBeLessThan(0.02);
});

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`home has nothing that axe objects to, ${name}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto('/');
      await expectAccessible(page);
    });
  }
}

test('home and the lost page fit in 320 px', async ({ page, complaints }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/', '/nulle-part/']) {
    await page.goto(address);
    await expectNoSidewaysScroll(page);
  }
  complaints.splice(0);
});

// After the page has loaded the server may die: the whole lab goes on, over plain http on a name that is not the loopback's.
import type { Page } from '@playwright/test';
import { expect, openHeld, startSite, test, type Site } from './site-test.ts';

const step = (number: string): string => `/labos/poignee-de-main/${number}/`;

const ACCEPT = `import { createHash } from 'node:crypto';
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
export function calculerAccept(cle) {
console.log('mon propre calcul');
return createHash('sha1').update(cle.trim() + GUID).digest('base64');
}`;

const status = (page: Page) => page.locator('lab-results [role=status]');
const strip = (page: Page) => page.locator('.offline');
const steps = (page: Page) => page.getByRole('navigation', { name: 'Étapes du labo' });
const editor = (page: Page) => page.getByRole('textbox', { name: /^Éditeur/ });

async function write(page: Page, source: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

async function run(page: Page): Promise<void> {
  await page.locator('[data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
}

/** The same server under a name that Chromium is told to resolve to this machine: not a secure context. */
const named = (site: Site): string => site.origin.replace('127.0.0.1', 'labo.test');

/** Loads a step, waits until the page holds its whole lab, then stops the server. */
async function loadThenStop(page: Page, number: string): Promise<void> {
  const site = await startSite();
  await openHeld(page, named(site) + step(number));
  await expect(page.locator('iframe')).toBeAttached();
  await site.stop();
}

/** The browser's own lines on the requests that failed are all that the console may hold. */
function forgetNetworkLines(complaints: string[]): void {
  const others = complaints.filter((line) => !line.includes('net::ERR_'));
  complaints.splice(0, complaints.length, ...others);
}

test.afterEach(({ complaints }) => {
  forgetNetworkLines(complaints);
});

test('without its server the page still runs, hints, shows the solution, and opens every other step', async ({
  page,
}) => {
  test.slow();
  await loadThenStop(page, '1-3');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await run(page);
  await expect(status(page)).toContainText('Commencez par celle-ci.');
  await expect(strip(page)).toHaveText('Hors connexion\u00a0: votre code est gardé ici.');
  await page.getByRole('button', { name: 'Aide' }).click();
  await page.getByRole('button', { name: 'Ouvrir l’indice 1' }).click();
  await expect(page.getByRole('heading', { name: 'Indice 1 sur 3' })).toBeVisible();
  await page.getByRole('tab', { name: 'Corrigé' }).click();
  await page.getByRole('button', { name: 'Montrer le corrigé' }).click();
  await page.getByRole('button', { name: 'Montrer quand même' }).click();
  await expect(page.locator('.solution .code')).toContainText('createHash');
  await write(page, ACCEPT);
  await run(page);
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');

  await page.getByRole('link', { name: /^Suivant/ }).click();
  await expect(page).toHaveURL(/1-4\/$/);
  await run(page);
  await expect(status(page)).toContainText('sur');
  await expect(strip(page)).toBeVisible();

  for (const number of ['1.6', '1.1']) {
    await steps(page).getByRole('link', { name: number }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
    await run(page);
  }
  await steps(page).getByRole('link', { name: '1.6' }).click();
  await expect(status(page), 'a verdict waits for who comes back').toContainText('sur 7');
  await expect(page.getByText('mon propre calcul').first()).toBeVisible();
});

test('the strip goes when the server is back', async ({ page, context }) => {
  await openHeld(page, step('1-3'));
  await expect(strip(page)).toBeEmpty();
  await context.setOffline(true);
  await expect(strip(page)).toContainText('Hors connexion');
  await context.setOffline(false);
  await expect(strip(page)).toBeEmpty();
});

test('a link out of the lab is not followed into an error page', async ({ page, context }) => {
  await openHeld(page, step('1-3'));
  await context.setOffline(true);
  await expect(strip(page)).toContainText('Hors connexion');
  await write(page, '// mon code');
  await page.getByRole('link', { name: 'Trame, retour à l’accueil' }).click();
  await expect(editor(page)).toHaveText('// mon code');
  await context.setOffline(false);
  await expect(strip(page)).toBeEmpty();
  await page.getByRole('link', { name: 'Trame, retour à l’accueil' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('steps follow each other in one page, with title, focus, history and scroll as the browser’s', async ({
  page,
}) => {
  await openHeld(page, step('1-3'));
  await page.evaluate(() => Object.assign(window, { samePage: true }));
  await page.locator('.instructions').evaluate((pane) => {
    pane.scrollTo(0, 120);
  });
  await steps(page).getByRole('link', { name: '1.4' }).click();
  await expect(page).toHaveURL(/1-4\/$/);
  await expect(page).toHaveTitle(/^1\.4 /);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(steps(page).locator('[aria-current=page]')).toHaveText('1.4');
  await expect(page.locator('iframe')).toHaveCount(1);
  await page.goBack();
  await expect(page).toHaveTitle(/^1\.3 /);
  expect(await page.locator('.instructions').evaluate((pane) => pane.scrollTop)).toBe(120);
  await page.goForward();
  await expect(page).toHaveTitle(/^1\.4 /);
  expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
  await page.reload();
  await expect(page).toHaveTitle(/^1\.4 /);
});

test('a link pressed with Ctrl or the middle button opens a tab', async ({ page, context }) => {
  await openHeld(page, step('1-3'));
  for (const press of [{ modifiers: ['ControlOrMeta' as const] }, { button: 'middle' as const }]) {
    // What the new tab asks for, not what it shows: the headless shell of Chromium 150 loses it while it loads.
    const [tab, request] = await Promise.all([
      context.waitForEvent('page'),
      // A tab opened before may only now ask for its sandbox.
      context.waitForEvent(
        'request',
        (each) => each.url().includes('/labos/') && each.isNavigationRequest(),
      ),
      steps(page).getByRole('link', { name: '1.4' }).click(press),
    ]);
    expect(request.url()).toMatch(/1-4\/$/);
    expect(request.frame().page()).toBe(tab);
    await expect(page).toHaveURL(/1-3\/$/);
  }
});

test('what was typed just before the step was left is there when it is opened again', async ({
  page,
}) => {
  await openHeld(page, step('1-3'));
  for (const text of ['// un', '// deux']) {
    await write(page, text);
    await page.keyboard.type('!');
    await steps(page).getByRole('link', { name: '1.4' }).click();
    await expect(page).toHaveTitle(/^1\.4 /);
    await page.goBack();
    await expect(editor(page)).toHaveText(`${text}!`);
  }
});

test('a run that is left goes on, and its verdict waits', async ({ page }) => {
  await openHeld(page, step('1-3'));
  await write(page, ACCEPT);
  await page.locator('[data-run]').click();
  await steps(page).getByRole('link', { name: '1.4' }).click();
  await expect(page).toHaveTitle(/^1\.4 /);
  await expect(status(page)).toContainText('vous attendent');
  await page.goBack();
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
});

test('where storage is denied, code and passes last as long as the page, step after step', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get: denied });
    }
  });
  await loadThenStop(page, '1-3');
  await write(page, ACCEPT);
  await run(page);
  await expect(strip(page)).toContainText('ne le fermez pas');
  await steps(page).getByRole('link', { name: '1.6' }).click();
  await run(page);
  await expect(page.getByText('mon propre calcul').first()).toBeVisible();
  await steps(page).getByRole('link', { name: '1.3' }).click();
  await expect(editor(page)).toContainText('mon propre calcul');
  await expect(page.locator('[data-passed]')).toBeVisible();
});

test('two tabs keep one work, in whatever order they open its steps', async ({ page, context }) => {
  await openHeld(page, step('1-3'));
  const other = await context.newPage();
  await openHeld(other, step('1-4'));
  await steps(other).getByRole('link', { name: '1.3' }).click();
  await write(page, '// premier onglet');
  await expect(editor(other)).toHaveText('// premier onglet');
  await steps(page).getByRole('link', { name: '1.4' }).click();
  await write(other, '// second onglet');
  await page.goBack();
  await expect(editor(page)).toHaveText('// second onglet');
});

test('a step that a newer build wrote is opened by the browser itself', async ({ page }) => {
  await page.route(/1-4\/$/, async (route) => {
    if (route.request().resourceType() === 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('.js"', '.newer.js"');
    return route.fulfill({ response, body });
  });
  await page.goto(step('1-3'), { waitUntil: 'networkidle' });
  await page.evaluate(() => Object.assign(window, { samePage: true }));
  await steps(page).getByRole('link', { name: '1.4' }).click();
  await expect(page).toHaveTitle(/^1\.4 /);
  expect(await page.evaluate(() => 'samePage' in window)).toBe(false);
});

test('a page whose scripts a newer build took away offers to reload, and then works', async ({
  page,
  complaints,
}) => {
  await page.route(/_astro\/checks\..*\.js$/, (route) => route.fulfill({ status: 404 }));
  await page.goto(step('1-3'), { waitUntil: 'networkidle' });
  await write(page, ACCEPT);
  await page.locator('[data-run]').click();
  await expect(status(page)).toContainText('Le cours a été mis à jour');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(editor(page)).toContainText('mon propre calcul');
  await run(page);
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
  complaints.splice(0);
});

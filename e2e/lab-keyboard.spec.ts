// Where the focus is, and that it can be seen: the drawer, the solution, the comparison, the questions.
import type { Locator, Page } from '@playwright/test';
import {
  editor,
  LAB,
  NO_TRIM,
  RIGHT,
  run,
  runButton,
  status,
  write,
  writeOnPhone,
} from './harness/accept-step.ts';
import { expect, test } from './site-test.ts';

const REPAIR = '/labos/poignee-de-main/1-8/';
const PREDICT = '/labos/masque/2-1/';

async function expectRing(control: Locator): Promise<void> {
  await expect(control).toBeFocused();
  await expect(control).toHaveCSS('outline-style', 'solid');
}

async function openSolution(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Aide' }).press('Enter');
  await page.getByRole('tab', { name: 'Indices' }).press('ArrowRight');
}

test('every control of the solution and of the comparison shows where the focus is', async ({
  page,
}) => {
  await page.goto(LAB);
  await openSolution(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expectRing(page.getByRole('button', { name: 'Montrer le corrigé' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expectRing(page.getByRole('button', { name: 'Montrer quand même' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expectRing(page.locator('.solution pre'));
  await page.keyboard.press('Tab');
  const compare = page.getByRole('button', { name: 'Comparer avec mon code' });
  await expectRing(compare);
  await page.keyboard.press('Enter');
  await expectRing(page.getByRole('dialog').getByRole('button', { name: 'Fermer' }));
  await page.keyboard.press('Tab');
  await expectRing(page.getByRole('checkbox', { name: 'Ignorer les espaces' }));
  await page.keyboard.press('Escape');
  await expectRing(compare);
});

test('what lies under the open drawer takes no focus', async ({ page }) => {
  await page.goto(LAB);
  await page.getByRole('button', { name: 'Aide' }).press('Enter');
  // Round from the page's first link to the bar of files, past the place of the consigne.
  await page.getByRole('link', { name: 'Trame, retour' }).focus();
  const files = page.locator('.file-tabs button').first();
  const passed: boolean[] = [];
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    if (await files.evaluate((button) => button === document.activeElement)) break;
    passed.push(
      await page.locator('.instructions').evaluate((each) => each.contains(document.activeElement)),
    );
  }
  await expect(files).toBeFocused();
  expect(passed).not.toContain(true);
  await page.getByRole('tab', { name: 'Indices' }).press('Escape');
  await expect(page.getByRole('button', { name: 'Aide' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Consigne' })).toBeVisible();
});

test('on a phone, a run from the keyboard leaves the focus on the view that it opens', async ({
  page,
}) => {
  await writeOnPhone(page, NO_TRIM);
  await editor(page).press('Control+Enter');
  await expectRing(page.getByRole('button', { name: /^Résultat/ }));
  await expect(status(page)).toBeInViewport();
});

test('on a phone, a run and the tabs of the views close the drawer that lies over them', async ({
  page,
}) => {
  await writeOnPhone(page, NO_TRIM);
  const drawer = page.locator('lab-drawer');
  await page.getByRole('button', { name: 'Aide' }).click();
  await run(page);
  await expect(drawer).toBeHidden();
  await expect(status(page)).toBeInViewport();
  await expect(runButton(page), 'a drawer that closes by itself takes no focus').toBeFocused();
  await page.getByRole('button', { name: 'Aide' }).click();
  await page.getByRole('button', { name: 'Consigne', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('region', { name: 'Consigne' })).toBeVisible();
});

test('on a wide screen, a run leaves the hint beside the code', async ({ page }) => {
  await page.goto(LAB);
  await write(page, NO_TRIM);
  await page.getByRole('button', { name: 'Aide' }).click();
  await run(page);
  await expect(page.locator('lab-drawer')).toBeVisible();
});

test('the answer in use stays where it is when explanations open above it', async ({ page }) => {
  await page.goto(REPAIR);
  await expect(page.locator('.cm-content')).toBeVisible();
  const [first, last] = [page.locator('fieldset').first(), page.locator('fieldset').last()];
  await first.getByRole('radio').first().check();
  const radio = last.getByRole('radio').last();
  await radio.press('Space');
  const top = async () => Math.round((await radio.boundingBox())!.y);
  const before = await top();
  await page.keyboard.press('Control+Enter');
  await expect(first.locator('.question-verdict')).toContainText('Ce n’est pas cela.', {
    timeout: 30_000,
  });
  await expect(radio).toBeFocused();
  expect(await top()).toBe(before);
});

test('a question opened from the results is seen, though the drawer was over it', async ({
  page,
}) => {
  await page.goto(REPAIR);
  await expect(page.locator('.cm-content')).toBeVisible();
  await run(page);
  await page.getByRole('button', { name: 'Aide' }).click();
  const opener = page.locator('.results').getByRole('button', { name: 'Répondre à la question' });
  await opener.first().press('Enter');
  await expect(page.locator('lab-drawer')).toBeHidden();
  await expect(page.locator('fieldset input:focus')).toBeInViewport();
});

test('a step of questions alone has hints, and no solution that would be empty', async ({
  page,
}) => {
  await page.goto(PREDICT);
  await page.getByRole('button', { name: 'Aide' }).click();
  await expect(page.getByRole('tab')).toHaveText(['Indices']);
});

test('going online and back by keyboard never leaves the focus nowhere', async ({ page }) => {
  await page.goto(REPAIR);
  await expect(page.locator('.cm-content')).toBeVisible();
  const panel = page.locator('live-panel');
  await page.getByRole('button', { name: 'Mettre en ligne' }).press('Enter');
  await expect(panel).toHaveAttribute('data-state', 'online');
  await panel.getByRole('button', { name: 'Arrêter' }).press('Enter');
  await expect(panel).toHaveAttribute('data-state', 'stopped');
  await expectRing(panel.locator('[data-start]'));
  await page.keyboard.press('Enter');
  await expect(panel).toHaveAttribute('data-state', 'online');
  await expect(panel.locator(':focus')).toBeVisible();
});

test('Tab passes a console of many lines in one step, and arrows go from line to line', async ({
  page,
}) => {
  await page.goto(LAB);
  await write(page, RIGHT);
  await run(page);
  const lines = page.locator('.console .console-lines');
  const places = lines.getByRole('button');
  expect(await places.count()).toBeGreaterThan(20);
  await places.first().focus();
  await page.keyboard.press('ArrowDown');
  await expectRing(places.nth(1));
  await page.keyboard.press('End');
  await expect(places.last()).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(lines.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expectRing(places.last());
  await page.keyboard.press('Shift+Tab');
  await expect(lines.locator(':focus')).toHaveCount(0);
});

// The panel of a server online when the network is away, and the bytes exchanged, enlarged.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './site-test.ts';

const SOLUTION = readFileSync(
  path.join(import.meta.dirname, '../labs/01-handshake/07-server/solution/poignee/serveur.js'),
  'utf8',
);
const LAB = '/labos/poignee-de-main/1-7/';

test('the bytes exchanged take the editor’s place when asked, and give it back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(LAB);
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(SOLUTION);
  await page.getByRole('button', { name: 'Mettre en ligne' }).click();
  await expect(page.locator('live-panel[data-state=online]')).toBeVisible();
  const exchanges = page.locator('.console');
  const small = await exchanges.boundingBox();
  const enlarge = page.locator('[data-enlarge]');
  await enlarge.click();
  await expect(enlarge).toHaveText('Réduire');
  const large = await exchanges.boundingBox();
  expect(large!.height).toBeGreaterThan(2 * small!.height);
  expect(large!.width).toBeGreaterThan(1.5 * small!.width);
  await expect(page.locator('.run-bar [data-run]')).toBeInViewport();
  const isScrolled = await page.evaluate(
    () => document.documentElement.scrollHeight > document.documentElement.clientHeight,
  );
  expect(isScrolled).toBe(false);
  await page.keyboard.press('Escape');
  await expect(enlarge).toHaveText('Agrandir');
  expect(await exchanges.boundingBox()).toEqual(small);
});

test('on a phone, a button leads from the visitors, and from the checks, to the bytes under them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LAB);
  await page.locator('[data-show=code]').click();
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(SOLUTION);
  await page.locator('.run-bar [data-drawer=visitors]').click();
  await expect(page.locator('live-panel[data-state=online]')).toBeVisible();
  const way = page.getByRole('button', { name: 'Voir les octets échangés' });
  await expect(way).toBeHidden();
  const [visitor] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('[data-visit]').click(),
  ]);
  await expect(visitor.locator('live-visitor[data-state=open]')).toBeVisible();
  await page.bringToFront();
  await way.click();
  await expect(page.locator('lab-drawer')).toBeHidden();
  await expect(page.locator('wire-inspector')).toBeInViewport();
  await expect(page.locator('[data-show=result]')).toBeInViewport();
  const bar = await page.locator('.run-bar').boundingBox();
  expect(bar!.y + bar!.height).toBe(844);
  await page.locator('.results').evaluate((results) => {
    results.scrollTop = 0;
  });
  await way.click();
  await expect(page.locator('[data-exchanges]')).toBeFocused();
  await expect(page.locator('wire-inspector')).toContainText('Réponse 101');
});

for (const isReady of [false, true]) {
  const when = isReady ? 'once everything has come' : 'before anything has come';
  test(`offline, ${when}: the panel waits for the network and offers to try again, not to stop`, async ({
    page,
    context,
    complaints,
  }) => {
    await page.goto(LAB);
    await page.getByRole('textbox', { name: /^Éditeur/ }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(SOLUTION);
    if (isReady) {
      await page.getByRole('button', { name: 'Mettre en ligne' }).click();
      await expect(page.locator('live-panel[data-state=online]')).toBeVisible();
      await page.getByRole('button', { name: 'Arrêter' }).filter({ visible: true }).click();
      await expect(page.locator('live-panel[data-state=stopped]')).toBeVisible();
    }
    await context.setOffline(true);
    // The drawer is open already once there has been a server online.
    await page
      .locator(isReady ? '.live-idle [data-start]' : '.run-bar [data-drawer=visitors]')
      .click();
    const panel = page.locator('live-panel');
    await expect(panel.locator('[role=status]')).toContainText('attend le réseau');
    await expect(panel.getByRole('button', { name: 'Arrêter' })).toBeHidden();
    const retry = panel.getByRole('button', { name: 'Réessayer', exact: true });
    await expect(retry).toBeVisible();
    await context.setOffline(false);
    await retry.click();
    await expect(page.locator('live-panel[data-state=online]')).toBeVisible();
    complaints.length = 0;
  });
}

test('the free trial of a server that answers nothing yet says so, and ends by itself', async ({
  page,
}) => {
  await page.goto(LAB);
  await page.locator('.run-bar [data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
  await expect(page.locator('.trial-part')).toContainText('n’a rien répondu à cette demande');
  await expect(page.locator('.trial-part')).not.toContainText('tournait encore');
});

test('says to reload the page where the server answers and the code of the panel does not come', async ({
  page,
  complaints,
}) => {
  await page.route('**/live-session*', (route) => route.abort());
  await page.goto(LAB);
  await page.locator('.run-bar [data-drawer=visitors]').click();
  await expect(page.locator('live-panel [role=status]')).toContainText('Rechargez la page');
  expect(complaints.splice(0).filter((line) => !line.includes('net::ERR_'))).toEqual([]);
});

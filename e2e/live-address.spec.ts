// The address of a server online and its panel: it outlives restarts and changes of the code, and says whom it reaches.
import { createTrameServer } from '../src/server/trame-server.ts';
import {
  goOnline,
  inState,
  knock,
  LAB,
  restart,
  SOLUTION,
  status,
  visit,
  visitorIn,
} from './harness/live-step.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  SITE,
  SIZES,
  test,
} from './site-test.ts';

test('the checks run beside the server online, and leave it alone', async ({ page }) => {
  test.slow();
  const address = await goOnline(page);
  await page.locator('[data-run]').click();
  // The checks of 1.7 cut its requests at every place.
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
    timeout: 60_000,
  });
  expect(await knock(address, ['chat'])).toBe('chat');
});

test('a server that restarts finds the student again at the same address', async ({
  page,
  complaints,
}) => {
  test.setTimeout(60_000);
  const first = createTrameServer({ dist: SITE });
  const { port } = await first.listen({ host: '127.0.0.1', port: 0 });
  const address = await goOnline(page, SOLUTION, `http://127.0.0.1:${port}${LAB}`);
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await first.close();
  await expect(status(page)).toContainText('est coupée');
  await expect(visitorIn(visitor, 'closed')).toBeVisible();
  const second = createTrameServer({ dist: SITE });
  await second.listen({ host: '127.0.0.1', port });
  // The page tries again after a pause that grows with each failure, to 12 s at most.
  await expect(inState(page, 'online')).toBeVisible({ timeout: 20_000 });
  expect(await page.locator('[data-visit]').getAttribute('href')).toBe(address);
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await visitor.context().close();
  await page.close();
  await second.close();
  // Chromium says each refused connection of the worker on the console.
  complaints.length = 0;
});

test('a change of the code is offered to the visitors, at the same address', async ({ page }) => {
  const address = await goOnline(page);
  const changed = page.getByText('Votre code a changé depuis la mise en ligne.');
  await expect(changed).toBeHidden();
  await restart(
    page,
    SOLUTION.replace("createServer } from 'node:http'", "createServer } from 'http'"),
  );
  await expect(changed).toBeHidden();
  await expect(inState(page, 'online')).toBeVisible();
  expect(await knock(address)).toBe('');
});

test('what the server prints is on the panel, with its line', async ({ page }) => {
  await goOnline(page, `console.log('bonjour de là-bas');\n${SOLUTION}`);
  await page.getByText('Console de votre serveur').click();
  const line = page.locator('live-panel .console-line');
  await expect(line).toContainText('bonjour de là-bas');
  await expect(line).toContainText('ligne 1');
});

test('on the loopback no phone is invited: the command to restart with is there', async ({
  page,
}) => {
  await goOnline(page);
  await expect(page.locator('.live-qr')).toBeHidden();
  await expect(page.locator('live-panel code').first()).toContainText('--host 0.0.0.0');
});

test('at an address of the network a QR code shows it, without any secure context', async ({
  page,
  site,
}) => {
  const origin = site.origin.replace('127.0.0.1', 'labo.test');
  const address = await goOnline(page, SOLUTION, `${origin}${LAB}`);
  expect(address).toContain(`${origin}/live/`);
  await expect(page.getByRole('img', { name: `Code QR de ${address}` })).toBeVisible();
  await expect(page.getByLabel('Adresse à ouvrir')).toHaveValue(address);
  await expect(page.getByRole('button', { name: 'Copier' })).toBeHidden();
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toBeVisible();
  await visitor.context().close();
});

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`panel and visitor page are accessible (${name})`, async ({ page, complaints }) => {
    await page.setViewportSize(viewport);
    await page.goto(LAB);
    await page.getByRole('button', { name: 'Mettre en ligne' }).click();
    await expect(page.locator('live-panel[data-state=idle]')).toBeHidden();
    await expectAccessible(page, 'lab-drawer');
    await page.goto('/live/aaaaaaaaaaaaaaaa/chat');
    await expect(visitorIn(page, 'refused')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    // Chromium says the refusal on the console.
    complaints.length = 0;
  });
}

// The chat online: written from the starters, visited by several browsers through the relay, cut, and found again.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { loadCourse } from '../src/catalog/index.ts';
import { enter, joinChat } from './harness/chat-visitor.ts';
import { layLine } from './harness/network-line.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const ROOT = path.join(import.meta.dirname, '..');
const PAGE_STEP = '/labos/chat/5-7/';
const LAST_STEP = '/labos/chat/5-8/';
const APP = 'chat/page/app.js';
/** As a student would complete it: who comes and who goes is said too. */
const APP_WITH_PRESENCE = solution('07-page', APP).replace(
  "    if (message.type !== 'message') return;",
  `    if (message.type === 'arrivee') etat.textContent = \`Arrivée : \${message.pseudo}\`;
    if (message.type === 'depart') etat.textContent = \`Départ : \${message.pseudo}\`;
    if (message.type !== 'message') return;`,
);

function solution(step: string, file: string): string {
  return readFileSync(path.join(ROOT, 'labs/05-chat', step, 'solution', file), 'utf8');
}

const panel = (page: Page, state: string) => page.locator(`live-panel[data-state=${state}]`);
const stage = (page: Page, state: string) => page.locator(`page-stage[data-state=${state}]`);

async function write(page: Page, file: string, source: string): Promise<void> {
  const tab = page.locator(`[data-file="${file}"]`);
  if ((await tab.count()) > 0) await tab.click();
  await page.getByRole('textbox', { name: `Éditeur\u00a0: ${path.basename(file)}` }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

/** Gives the address for a visitor on this machine. */
async function goOnline(page: Page): Promise<string> {
  await page.locator('.run-bar [data-drawer=visitors]').click();
  const start = page.locator('.live-idle [data-start]');
  if (await start.isVisible()) await start.click();
  await expect(panel(page, 'online')).toBeVisible();
  return (await page.locator('[data-visit]').getAttribute('href')) ?? '';
}

async function putPageOnline(page: Page, app: string): Promise<string> {
  await page.goto(PAGE_STEP);
  await write(page, APP, app);
  await write(page, 'chat/page/index.html', solution('07-page', 'chat/page/index.html'));
  return goOnline(page);
}

test('a student writes 5.1 to 5.8, goes online, and three browsers chat; one is cut, and comes back', async ({
  page,
  browser,
  site,
}) => {
  test.setTimeout(240_000);
  const course = await loadCourse(ROOT);
  const steps = course.labs.find(({ slug }) => slug === 'chat')?.steps ?? [];
  expect(steps.map(({ number }) => number)).toHaveLength(8);
  await page.goto(steps[0]?.address ?? '');
  for (const step of steps) {
    await test.step(`${step.number} ${step.title}`, async () => {
      await expect(page).toHaveURL(new RegExp(`${step.address}$`));
      for (const file of step.files)
        await write(page, file, file === APP ? APP_WITH_PRESENCE : (step.solution[file] ?? ''));
      // 5.2 asks first who hears « bonjour » in the chat of 2013.
      for (const { answer } of step.questions) {
        if (answer.kind === 'choice') await page.locator(`input[value="${answer.right}"]`).check();
      }
      await page.locator('[data-run]').click();
      await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
        timeout: 60_000,
      });
      await expect(page.locator('[data-passed]')).toBeVisible();
      if (step !== steps.at(-1)) await page.locator('.whats-next a:visible').click();
    });
  }
  const address = await goOnline(page);
  expect(address).toMatch(/\/live\/[a-z2-7]{16}\/$/);

  const line = await layLine(site.origin);
  const ada = await joinChat(browser, address, 'Ada');
  const bob = await joinChat(browser, address.replace(site.origin, line.origin), 'Bob');
  const eve = await joinChat(browser, address, '<img src onerror=a>');
  const everybody = [ada, bob, eve];
  await expect(page.locator('live-panel [role=status]')).toContainText('3 visiteurs connectés');

  await ada.say('Bonjour à tous 🦊');
  await bob.say('<b>gras</b> & &amp;');
  await eve.say('<script>parent.alert(1)</script>');
  const said = [
    'Ada : Bonjour à tous 🦊',
    'Bob : <b>gras</b> & &amp;',
    '<img src onerror=a> : <script>parent.alert(1)</script>',
  ];
  for (const { messages, chat } of everybody) {
    await expect(messages).toHaveText(said);
    await expect(chat.locator('#messages :is(img, script, b)')).toHaveCount(0);
  }

  line.cut();
  await expect(bob.browserPage.locator('.stage-state')).toContainText('coupée');
  await expect(bob.state).toContainText('fermée');
  await expect(bob.chat.locator('#texte')).toBeDisabled();
  for (const { state } of [ada, eve]) await expect(state).toHaveText('Départ : Bob');
  await expect(page.locator('live-panel [role=status]')).toContainText('2 visiteurs connectés');
  const again = bob.browserPage.getByRole('button', { name: 'Se reconnecter' });
  await again.click();
  await expect(bob.browserPage.locator('.stage-state')).toContainText('vérifiez votre réseau');
  line.restore();
  await again.click();
  await expect(stage(bob.browserPage, 'open')).toBeVisible();
  for (const { state } of [ada, eve]) await expect(state).toHaveText('Arrivée : Bob');
  await bob.say('Me revoilà');
  for (const { messages } of everybody)
    await expect(messages.last()).toHaveText('Bob : Me revoilà');

  // What the student sees of it: the frames, readable.
  await expect(page.locator('[data-exchanges] wire-inspector')).toContainText('Trame texte');
  await expect(page.locator('[data-exchanges] wire-inspector')).not.toContainText('labo 3');
  await Promise.all(everybody.map((each) => each.leave()));
  await expect(page.locator('live-panel [role=status]')).toContainText('0 visiteur connecté');
  await line.close();
});

test('a student whose tab is loaded again finds the same address, and the visitors come back to the new page', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  await page.goto(LAST_STEP);
  const address = await goOnline(page);
  const ada = await joinChat(browser, address, 'Ada');
  await page.reload();
  await expect(stage(ada.browserPage, 'over')).toBeVisible();
  await expect(ada.state).toContainText('fermée');
  await ada.browserPage.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(ada.browserPage.locator('.stage-state')).toContainText('nouvel essai');
  expect(await goOnline(page)).toBe(address);
  await expect(stage(ada.browserPage, 'open')).toBeVisible();
  await ada.say('De retour');
  await expect(ada.messages).toHaveText(['Ada : De retour']);
  await ada.leave();
});

test('a page that is changed and put online again is the one that visitors then see', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  const address = await putPageOnline(page, solution('07-page', APP));
  const ada = await joinChat(browser, address, 'Ada');
  const changed = solution('07-page', APP).replace("' : '", "' dit : '");
  await write(page, APP, changed);
  await page.locator('[data-restart]').filter({ visible: true }).first().click();
  await expect(stage(ada.browserPage, 'over')).toBeVisible();
  await expect(panel(page, 'online')).toBeVisible();
  await ada.browserPage.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(stage(ada.browserPage, 'open')).toBeVisible();
  await ada.say('Bonjour');
  await expect(ada.messages).toHaveText(['Ada dit : Bonjour']);
  await ada.leave();
});

test('a pseudo that is taken is told to its visitor, who takes another; one that is too long stays in its field', async ({
  page,
  browser,
}) => {
  test.setTimeout(60_000);
  await page.goto(LAST_STEP);
  const address = await goOnline(page);
  const ada = await joinChat(browser, address, 'Ada');
  const other = await joinChat(browser, address, 'ada');
  const { browserPage } = other;
  await expect(browserPage.locator('.stage-state')).toContainText('déjà pris');
  await browserPage.getByRole('button', { name: 'Changer de pseudo' }).click();
  await enter(browserPage, 'x'.repeat(21));
  await expect(browserPage.locator('[data-pseudo-hint]')).toContainText('plus de 20');
  await enter(browserPage, '🦊'.repeat(20));
  await expect(stage(browserPage, 'open')).toBeVisible();
  await other.say('ouf');
  await expect(ada.messages).toHaveText([`${'🦊'.repeat(20)} : ouf`]);
  await enterAgainWithout(browserPage);
  await other.say('moi');
  await expect(ada.messages.last()).toHaveText(/^visiteur-\d+ : moi$/);
  await Promise.all([ada.leave(), other.leave()]);
});

/** Without a name, the page draws one. */
async function enterAgainWithout(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Changer de pseudo' }).click();
  await enter(page, '');
  await expect(stage(page, 'open')).toBeVisible();
}

test('at an address where nobody is online, the plain visitor says so', async ({
  page,
  complaints,
}) => {
  await page.goto('/live/aaaaaaaaaaaaaaaa/');
  await expect(page.locator('live-visitor[data-state=refused]')).toBeVisible();
  await expect(page.locator('page-stage')).toBeHidden();
  complaints.length = 0;
});

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`the strip and the page under it are accessible and fit (${name})`, async ({
    page,
    browser,
  }) => {
    await page.goto(LAST_STEP);
    const address = await goOnline(page);
    const visitor = await (await browser.newContext({ viewport, locale: 'fr-FR' })).newPage();
    await visitor.goto(address);
    await expect(stage(visitor, 'entering')).toBeVisible();
    await expectAccessible(visitor);
    await expectNoSidewaysScroll(visitor);
    await enter(visitor, 'Ada');
    await expect(stage(visitor, 'open')).toBeVisible();
    await expectAccessible(visitor, '.stage-bar');
    await expectNoSidewaysScroll(visitor);
    const frame = await visitor.locator('.stage-frame iframe').boundingBox();
    expect(frame!.width).toBe(viewport.width);
    expect(frame!.height).toBeGreaterThan(viewport.height - 120);
    await visitor.context().close();
  });
}

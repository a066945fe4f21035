// Pages that must not be shown as they are: one that loops, one that does not start, one that is too large, one that wants out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { chatIn, enter } from './harness/chat-visitor.ts';
import { expect, test } from './site-test.ts';

const PAGE_STEP = '/labos/chat/5-7/';
const PAGE = path.join(import.meta.dirname, '../labs/05-chat/07-page/solution/chat/page');
const read = (file: string): string => readFileSync(path.join(PAGE, file), 'utf8');

async function write(page: Page, file: string, source: string): Promise<void> {
  await page.locator(`[data-file="chat/page/${file}"]`).click();
  await page.getByRole('textbox', { name: `Éditeur\u00a0: ${file}` }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
}

/** Puts a page online, and gives a browser that is at its address. */
async function visitPage(page: Page, app: string): Promise<Page> {
  await page.goto(PAGE_STEP);
  await write(page, 'app.js', app);
  await write(page, 'index.html', read('index.html'));
  await page.locator('.run-bar [data-drawer=visitors]').click();
  await expect(page.locator('live-panel[data-state=online]')).toBeVisible();
  const address = (await page.locator('[data-visit]').getAttribute('href')) ?? '';
  const context = await page.context().browser()!.newContext({ locale: 'fr-FR' });
  const visitor = await context.newPage();
  await visitor.goto(address);
  return visitor;
}

const strip = (visitor: Page) => visitor.locator('.stage-state');

test('a page that loops for ever is stopped, the strip says so and still answers', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const visitor = await visitPage(page, 'export function installer() { for (;;); }');
  await enter(visitor, 'Ada');
  await expect(strip(visitor)).toContainText('gardé la main trop longtemps', { timeout: 15_000 });
  await visitor.getByRole('button', { name: 'Changer de pseudo' }).click();
  await expect(visitor.getByLabel('Votre pseudo')).toHaveValue('Ada');
  await visitor.context().close();
});

test('a page that does not start says where, in its own words', async ({ page }) => {
  test.setTimeout(60_000);
  const visitor = await visitPage(page, 'export function installer() {\n  const = 1;\n}');
  await enter(visitor, 'Ada');
  await expect(strip(visitor)).toContainText('ne démarre pas. chat/page/app.js, ligne 2');
  await visitor.context().close();
});

test('a page that is too large is not given: the student is told, and visitors have the plain client', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const visitor = await visitPage(page, `// ${'x'.repeat(140_000)}\n${read('app.js')}`);
  await expect(page.locator('.live-remarks')).toContainText('trop lourde');
  await expect(visitor.locator('live-visitor')).toBeVisible();
  await expect(visitor.locator('page-stage')).toBeHidden();
  await visitor.context().close();
});

/** A message « bloque » starts a regular expression that backtracks for seconds, and in which no guard can be called. */
const HANGS_WHEN_TOLD = read('app.js').replace(
  "    if (message.type !== 'message') return;",
  `    if (message.type !== 'message') return;
    if (message.texte === 'bloque') /^(a+)+$/.test('a'.repeat(29) + 'b');`,
);

/**
 * Hangs the page of a visitor who has entered, and presses two buttons of the strip as soon as it says that the page is
 * over: it is then still being removed. Resolves once it is gone.
 */
async function pressBothWhenHung(visitor: Page, ...buttons: [string, string]): Promise<void> {
  await expect(visitor.locator('page-stage[data-state=open]')).toBeVisible();
  await visitor.locator('.stage-frame > iframe').evaluate((frame) => {
    frame.id = 'hung';
  });
  const pressed = visitor.locator('page-stage').evaluate(async (stage, selectors) => {
    const over = Promise.withResolvers<undefined>();
    new MutationObserver(() => {
      if ((stage as HTMLElement).dataset.state === 'over') over.resolve(undefined);
    }).observe(stage, { attributeFilter: ['data-state'] });
    await over.promise;
    for (const selector of selectors) stage.querySelector<HTMLElement>(selector)?.click();
  }, buttons);
  // A page that hangs may never tell the driver that the key has reached it.
  void chatIn(visitor)
    .say('bloque')
    .catch(() => undefined);
  await pressed;
  await expect(visitor.locator('#hung')).toHaveCount(0);
}

test('« Se reconnecter » pressed twice while a hung page is being removed fetches one page, not two', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const visitor = await visitPage(page, HANGS_WHEN_TOLD);
  await enter(visitor, 'Ada');
  const fetched: string[] = [];
  visitor.on('request', (request) => fetched.push(request.url()));
  await pressBothWhenHung(visitor, '[data-again]', '[data-again]');
  // Whoever waited for the hung page to go has asked by now: the frame of the new page is there.
  await expect(visitor.locator('.stage-frame > iframe')).toBeAttached();
  expect(fetched.filter((url) => url.endsWith('/page.json'))).toHaveLength(1);
  await visitor.context().close();
});

test('« Changer de pseudo » pressed after « Se reconnecter » while a hung page is being removed asks for the name', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const visitor = await visitPage(page, HANGS_WHEN_TOLD);
  await enter(visitor, 'Ada');
  await pressBothWhenHung(visitor, '[data-again]', '[data-rename]');
  await expect(visitor.locator('page-stage')).toHaveAttribute('data-state', 'entering');
  await expect(visitor.locator('.stage-frame > iframe')).toHaveCount(0);
  await visitor.context().close();
});

/** Each way out, by name: what it gave, or how it failed, becomes a line of the page. */
const WAYS_OUT = `
const WAYS = {
  parent: () => parent.document.title,
  top: () => top.document.cookie,
  frames: () => parent.frames[0].document.body,
  cookie: () => document.cookie,
  storage: () => localStorage.length,
  session: () => sessionStorage.length,
  caches: () => indexedDB.open('x'),
  navigate: () => { top.location.href = 'http://127.0.0.1:1/top'; },
  replace: () => { parent.location.replace('http://127.0.0.1:1/parent'); },
  open: () => window.open('http://127.0.0.1:1/open').closed,
  fetch: () => fetch('/live/'),
  absolute: () => fetch(new URL('/', 'SITE')),
  beacon: () => { if (!navigator.sendBeacon('SITE/beacon', 'x')) throw new Error('no'); },
  image: () => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = resolve;
    image.onerror = reject;
    image.src = 'SITE/mark.svg';
    document.body.append(image);
  }),
  script: () => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = resolve;
    script.onerror = reject;
    script.src = 'SITE/theme.js';
    document.body.append(script);
  }),
  frame: () => new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.onload = () => { try { resolve(frame.contentDocument.title); } catch (e) { reject(e); } };
    frame.src = 'SITE/';
    document.body.append(frame);
    setTimeout(reject, 1000, new Error('nothing came'));
  }),
  form: () => {
    const form = document.createElement('form');
    form.action = 'SITE/form';
    form.target = '_top';
    document.body.append(form);
    form.submit();
    throw new Error('nothing happens');
  },
  worker: () => new Worker(URL.createObjectURL(new Blob(['1']))),
  rtc: () => new RTCPeerConnection(),
};
export async function installer({ document }) {
  const messages = document.getElementById('messages');
  const say = (text) => {
    const line = document.createElement('li');
    line.textContent = text;
    messages.append(line);
  };
  for (const [name, go] of Object.entries(WAYS)) {
    try {
      const value = await go();
      say(name + ' came through: ' + String(value));
    } catch {
      say(name + ' is closed');
    }
  }
  say('all tried');
}
`;

/** What is not refused with an exception, and leads nowhere all the same: the window stays, and nothing is asked for. */
const SILENT = ['navigate', 'replace', 'beacon'];

test('a page that wants out of its frame gets nowhere: no request, no window, no word of ours', async ({
  page,
  site,
}) => {
  test.setTimeout(60_000);
  const visitor = await visitPage(page, WAYS_OUT.replaceAll('SITE', site.origin));
  const address = visitor.url();
  await enter(visitor, 'Ada');
  // Our own page, frame and runtime have come: whatever is asked for from now on is the student's doing.
  await expect(chatIn(visitor).messages.first()).toBeVisible();
  const asked: string[] = [];
  visitor.on('request', (request) => asked.push(request.url()));
  const windows: Page[] = [];
  visitor.context().on('page', (opened) => windows.push(opened));
  await expect(chatIn(visitor).messages.last()).toHaveText('all tried', { timeout: 15_000 });
  const lines = await chatIn(visitor).messages.allTextContents();
  const through = lines.filter(
    (line) => line.includes('came through') && !SILENT.includes(line.split(' ', 1)[0] ?? ''),
  );
  expect(through).toEqual([]);
  expect(lines.length).toBe(20);
  // A request that the policy refuses is announced, and never leaves: only those of the site would have been answered.
  expect(visitor.url()).toBe(address);
  expect(windows).toEqual([]);
  const storage = await visitor.evaluate(() => [document.cookie, document.title.length > 0]);
  expect(storage).toEqual(['', true]);
  expect(asked.filter((url) => /\/(?:beacon|form|top|parent|open)$/.test(url))).toEqual([]);
  await expect(page.locator('live-panel[data-state=online]')).toBeVisible();
  await visitor.context().close();
});

// « Mon travail »: away in one file, back on another machine, without an account, without loss, storage or not.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  SIZES,
  startSite,
  test,
} from './site-test.ts';

const WORK = '/mon-travail/';
const STEP = '/labos/poignee-de-main/1-3/';
const NAME = /^trame-mon-travail-\d{4}-\d\d-\d\d\.json$/;

const PASSED = { failedAttempts: 1, hintsOpened: 0, passed: true, gaveUp: false };
const FILE = {
  format: 'trame-mon-travail',
  version: 1,
  date: '2026-11-23T10:00:00.000Z',
  files: { 'poignee/accept.js': '// importé', 'essai/1-3.js': '// essai' },
  progress: { '1.3': PASSED },
  lastStep: null,
};

const editor = (page: Page) => page.getByRole('textbox', { name: /^Éditeur/ });
const said = (page: Page, part: string) => page.locator(`[data-part=${part}]`);
/** In the bar, or at the end of the instructions where the bar has no room. */
const link = (page: Page) => page.locator('[data-my-work]:visible');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function write(page: Page, source: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
  await expect(editor(page)).toContainText(source.slice(0, 20));
}

async function exported(page: Page): Promise<typeof FILE> {
  const coming = page.waitForEvent('download');
  await button(page, 'Exporter mon travail').click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(NAME);
  return JSON.parse(await readFile(await download.path(), 'utf8')) as typeof FILE;
}

async function choose(page: Page, content: string, name = 'trame-mon-travail-2026-11-23.json') {
  await page
    .locator('my-work input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

test('what was written in a step leaves in one file and comes back in another browser', async ({
  page,
  browser,
  site,
}) => {
  test.slow();
  await page.goto(STEP);
  await write(page, '// mon code à moi');
  await page.goto(WORK);
  await expect(said(page, 'counts')).toContainText('1 fichier');
  const file = await exported(page);
  expect(file.files['poignee/accept.js']).toBe('// mon code à moi');

  const elsewhere = await browser.newContext({ baseURL: site.origin });
  const other = await elsewhere.newPage();
  await other.goto(WORK);
  await expect(said(other, 'counts')).toContainText('Rien pour l’instant');
  await choose(other, JSON.stringify(file));
  await expect(said(other, 'preview')).toContainText('1 fichier nouveau ici');
  await button(other, 'Importer').click();
  await expect(said(other, 'imported')).toContainText('Importé.');
  await other.goto(STEP);
  await expect(editor(other)).toContainText('// mon code à moi');
  await elsewhere.close();
});

test('what an import would replace is shown first, can be declined, and undone', async ({
  page,
}) => {
  test.slow();
  await page.goto(STEP);
  await write(page, '// le mien');
  await page.goto(WORK);
  await choose(page, JSON.stringify(FILE));
  const preview = said(page, 'preview');
  await expect(preview).toContainText('1 fichier nouveau ici');
  await expect(preview).toContainText('1 fichier qui remplace le vôtre');
  await expect(preview).toContainText('poignee/accept.js');
  await expect(preview).toContainText('1 étape réussie');
  await button(page, 'Ne rien changer').click();
  await expect(said(page, 'imported')).toHaveText('Rien n’a changé.');
  expect((await exported(page)).files['poignee/accept.js']).toBe('// le mien');

  await choose(page, JSON.stringify(FILE));
  await button(page, 'Importer et remplacer 1 fichier').click();
  await expect(said(page, 'imported')).toContainText('gardé de côté');
  expect((await exported(page)).files).toEqual(FILE.files);
  await choose(page, JSON.stringify(FILE));
  await expect(said(page, 'imported')).toContainText('rien à importer');

  await page.reload();
  await button(page, 'Revenir à ce qui était ici avant').click();
  await expect(said(page, 'imported')).toContainText('Tout est revenu');
  const undone = await exported(page);
  expect(undone.files).toEqual({ 'poignee/accept.js': '// le mien' });
  expect(undone.progress).toEqual({});
});

/** Presses, then again while the first file is being written. */
async function pressTwice(pressed: Locator): Promise<void> {
  await pressed.evaluate(async (element: HTMLElement) => {
    const { prototype } = IDBObjectStore;
    const put = Reflect.get(prototype, 'put');
    const pressedAgain = Promise.withResolvers<undefined>();
    prototype.put = function (this: IDBObjectStore, value: unknown, key: IDBValidKey) {
      if (key === 'trame-file:poignee/accept.js') {
        prototype.put = put;
        element.click();
        pressedAgain.resolve(undefined);
      }
      return put.call(this, value, key);
    };
    element.click();
    await pressedAgain.promise;
  });
}

const MINE = {
  ...FILE,
  files: { 'poignee/accept.js': '// le mien', 'essai/1-3.js': '// mon essai' },
};

async function importMine(page: Page): Promise<void> {
  await page.goto(WORK);
  await choose(page, JSON.stringify(MINE));
  await button(page, 'Importer').click();
  await expect(said(page, 'imported')).toContainText('Importé.');
  await choose(page, JSON.stringify(FILE));
}

test('an import pressed again while it is written is still undone as a whole', async ({ page }) => {
  await importMine(page);
  await pressTwice(button(page, 'Importer et remplacer 2 fichiers'));
  await expect(said(page, 'imported')).toContainText('Importé.');
  await button(page, 'Revenir à ce qui était ici avant').click();
  await expect(said(page, 'imported')).toContainText('Tout est revenu');
  expect((await exported(page)).files).toEqual(MINE.files);
});

test('an import undone by two presses in one is undone as a whole', async ({ page }) => {
  await importMine(page);
  await button(page, 'Importer et remplacer 2 fichiers').click();
  await expect(said(page, 'imported')).toContainText('Importé.');
  await pressTwice(button(page, 'Revenir à ce qui était ici avant'));
  await expect(said(page, 'imported')).toContainText('Tout est revenu');
  expect((await exported(page)).files).toEqual(MINE.files);
});

const BAD_FILES: readonly (readonly [string, string, string])[] = [
  ['empty', '', 'est vide'],
  ['cut short', JSON.stringify(FILE).slice(0, 90), 'ne se lit pas'],
  ['of another kind', '{"version":3,"tests":[]}', 'ne vient pas de'],
  ['from a newer site', JSON.stringify({ ...FILE, version: 2 }), 'plus récente'],
  [
    'damaged',
    JSON.stringify({ ...FILE, files: { '../x.js': '' } }),
    'abîmé (à «\u202ffiles\u202f»)',
  ],
  [
    'with a hostile key',
    JSON.stringify(FILE).replace('"progress":{', '"progress":{"__proto__":{},'),
    'abîmé',
  ],
  ['huge', `"${'x'.repeat(9 * 1024 * 1024)}"`, 'trop gros'],
  ['without work', JSON.stringify({ ...FILE, files: {}, progress: {} }), 'aucun travail'],
];

test('each file that cannot be taken is refused in a sentence, and changes nothing', async ({
  page,
}) => {
  test.slow();
  await page.goto(WORK);
  await choose(page, JSON.stringify(FILE));
  await button(page, 'Importer').click();
  await expect(said(page, 'imported')).toContainText('Importé.');
  for (const [kind, content, sentence] of BAD_FILES) {
    await choose(page, content, `${kind}.json`);
    await expect(said(page, 'imported'), kind).toContainText(sentence);
    await expect(said(page, 'imported'), kind).toContainText('Rien n’a changé.');
    await expect(said(page, 'preview'), kind).toBeEmpty();
  }
  expect((await exported(page)).files).toEqual(FILE.files);
});

test('with storage denied, a step exports what is in memory and takes a file into the editor', async ({
  page,
}) => {
  test.slow();
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: denied });
    Object.defineProperty(window, 'sessionStorage', { get: denied });
    Object.defineProperty(window, 'indexedDB', { get: denied });
  });
  await page.goto(STEP);
  await write(page, '// en mémoire');
  await link(page).click();
  await expect(page.getByRole('dialog', { name: 'Mon travail' })).toBeVisible();
  await expect(said(page, 'memory')).toContainText('refuse de garder');
  expect((await exported(page)).files['poignee/accept.js']).toBe('// en mémoire');
  await choose(page, JSON.stringify(FILE));
  await button(page, 'Importer et remplacer 1 fichier').click();
  await expect(said(page, 'imported')).toContainText('Importé.');
  await button(page, 'Fermer').click();
  await expect(editor(page)).toContainText('// importé');
});

test('in a step it needs no server, nor a secure context', async ({ page, complaints }) => {
  test.slow();
  const site = await startSite();
  await page.goto(site.origin.replace('127.0.0.1', 'labo.test') + STEP, {
    waitUntil: 'networkidle',
  });
  await write(page, '// sans serveur');
  await site.stop();
  await link(page).click();
  expect((await exported(page)).files['poignee/accept.js']).toBe('// sans serveur');
  await page.keyboard.press('Escape');
  await expect(link(page)).toBeFocused();
  complaints.splice(
    0,
    complaints.length,
    ...complaints.filter((line) => !line.includes('net::ERR_')),
  );
});

test('everything is erased at the second press, not at the first', async ({ page }) => {
  await page.goto(WORK);
  await choose(page, JSON.stringify(FILE));
  await button(page, 'Importer').click();
  await expect(said(page, 'counts')).toContainText('2 fichiers');
  await button(page, 'Tout effacer').click();
  await expect(button(page, 'Garder mon travail')).toBeFocused();
  await expect(said(page, 'erased')).toContainText('Appuyez encore une fois');
  await button(page, 'Garder mon travail').click();
  await expect(said(page, 'counts')).toContainText('2 fichiers');
  await button(page, 'Tout effacer').click();
  await button(page, 'Oui, tout effacer pour de bon').click();
  await expect(said(page, 'erased')).toHaveText('Tout est effacé de ce navigateur.');
  await page.reload();
  await expect(said(page, 'counts')).toContainText('Rien pour l’instant');
  await expect(said(page, 'aside')).toBeHidden();
  await button(page, 'Exporter mon travail').click();
  await expect(said(page, 'exported')).toHaveText('Il n’y a encore rien à exporter.');
});

for (const [name, size] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`on a ${name}, ${colorScheme}, it fits, and axe finds nothing`, async ({ page }) => {
      test.slow();
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.goto(WORK);
      await choose(page, JSON.stringify(FILE));
      await expect(said(page, 'preview')).toContainText('nouveaux');
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      const shots = process.env.TRAME_SHOTS;
      if (shots !== undefined) {
        await page.screenshot({ path: `${shots}/work-${name}-${colorScheme}.png`, fullPage: true });
      }
      await page.goto(STEP);
      await link(page).click();
      await expect(said(page, 'counts')).not.toBeEmpty();
      await expectAccessible(page, '.work-dialog');
      if (shots !== undefined) {
        await page.screenshot({ path: `${shots}/work-step-${name}-${colorScheme}.png` });
      }
    });
  }
}

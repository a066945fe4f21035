// « Télécharger le projet »: the ZIP that the tab makes of the student's chat.
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './site-test.ts';

const STEP = '/labos/chat/5-2/';

test('the project has the student’s file where it passed, and the solutions elsewhere', async ({
  page,
}) => {
  await page.goto('/labos/');
  await page.evaluate(() => {
    const progress = { failedAttempts: 0, hintsOpened: 0, passed: true };
    localStorage.setItem('trame-step:5.2', JSON.stringify(progress));
  });
  await page.goto(STEP);
  await page.locator('code-editor[data-ready] .cm-content').click();
  await page.keyboard.type('// le mien');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger le projet' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('chat.zip');
  const files = unzipSync(await readFile(await download.path()));
  const text = (name: string): string => strFromU8(files[`chat/${name}`] ?? new Uint8Array());
  expect(text('chat/registre.js')).toContain('// le mien');
  expect(JSON.parse(text('package.json'))).toMatchObject({
    type: 'module',
    scripts: { start: 'node demarrer.js' },
  });
  expect(text('README.md')).toContain('chat/salon.js` : corrigé fourni');
  await expect(page.locator('.project [role=status]')).toContainText('1 fichier de vous');
  await expectAccessible(page, '.project');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

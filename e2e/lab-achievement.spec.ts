// What a passed step shows: the server that the student wrote, at work, whether ours is still there or not.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, openHeld, startSite, test } from './site-test.ts';

const SERVER = path.join(
  import.meta.dirname,
  '../labs/01-handshake/07-server/solution/poignee/serveur.js',
);

test('a passed server shows its own 101, even when ours is gone', async ({ page, complaints }) => {
  test.slow();
  const site = await startSite();
  await openHeld(page, `${site.origin}/labos/poignee-de-main/1-7/`);
  const achievement = page.locator('.achievement');
  await expect(achievement).toBeHidden();
  await page.getByRole('textbox', { name: /^Éditeur/ }).click();
  await site.stop();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(await readFile(SERVER, 'utf8'));
  await page.locator('[data-run]').click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-outcome', 'pass', {
    timeout: 40_000,
  });
  const trial = page.locator('.trial-part');
  await expect(trial, 'the trial asked that server too, and ended').toContainText('HTTP/1.1 101');
  await expect(trial).not.toContainText('tournait encore');
  await expect(achievement.locator('.achievement-lead')).toContainText('vient de répondre');
  await expect(achievement.locator('.achievement-answer')).toContainText('HTTP/1.1 101');
  await expect(achievement).toContainText('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  await achievement.getByRole('button', { name: 'Recevoir un vrai navigateur' }).click();
  await expect(page.getByRole('tab', { name: 'Visiteurs' })).toBeFocused();
  complaints.splice(
    0,
    complaints.length,
    ...complaints.filter((line) => !line.includes('net::ERR_')),
  );
});

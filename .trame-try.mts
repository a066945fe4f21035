// Throwaway: tries the steps of lab 5 as a student would.
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createTrameServer } from './src/server/trame-server.ts';
const dist = process.env.TRAME_DIST ?? 'dist';
const server = createTrameServer({ dist });
const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
const origin = `http://127.0.0.1:${port}`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const L = 'labs/05-chat/';
const STEPS: Record<string, { dir: string; file: string; wrong: string[] }> = {
  '5-1': { dir: '01-server', file: 'chat/serveur.js', wrong: ['constant-logged.js', 'any-path.js'] },
  '5-2': { dir: '02-registry', file: 'chat/registre.js', wrong: ['splice-of-minus-one.js', 'skips-after-a-removal.js'] },
  '5-3': { dir: '03-broadcast', file: 'chat/diffusion.js', wrong: ['buffer-sent-again.js', 'try-around-the-loop.js'] },
  '5-4': { dir: '04-protocol', file: 'chat/protocole.js', wrong: ['plain-table.js', 'object-passed-on.js'] },
};
const only = process.argv.slice(2);
for (const [step, { dir, file, wrong }] of Object.entries(STEPS)) {
  if (only.length > 0 && !only.includes(step)) continue;
  for (const [size, width, height] of [['desktop', 1280, 720], ['phone', 390, 844]] as const) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'fr-FR', hasTouch: size === 'phone' });
    const page = await context.newPage();
    page.on('console', (m) => { if (m.type() === 'error') console.log('CONSOLE', step, m.text()); });
    page.on('pageerror', (e) => console.log('PAGEERROR', step, e.message));
    await page.goto(`${origin}/labos/chat/${step}/`);
    const shot = (name: string) => page.screenshot({ path: `/tmp/shots/${step}-${size}-${name}.png` });
    await page.locator('[data-run]').waitFor();
    await shot('0-open');
    const run = async (name: string) => {
      await page.locator('[data-run]').click();
      await page.locator('lab-results[data-state=graded]').waitFor({ timeout: 60000 });
      const text = (await page.locator('lab-results [role=status]').innerText()).replaceAll('\n', ' ');
      console.log(step, size, name, '→', text);
      await shot(name);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (sideways > 0) console.log('SIDEWAYS', step, size, name, sideways);
    };
    const write = async (source: string) => {
      if (size === 'phone') await page.getByRole('button', { name: 'Code', exact: true }).click();
      await page.locator('[data-run]').waitFor();
      const editor = page.getByRole('textbox', { name: /^Éditeur/ });
      await editor.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(source);
    };
    try {
      await run('1-starter');
      for (const [n, name] of wrong.entries()) {
        await write(readFileSync(`${L}${dir}/wrong/${name}`, 'utf8').replace(/^\/\/.*\n/gm, ''));
        await run(`${n + 2}-${name}`);
      }
      if (size === 'desktop') {
        await page.getByRole('button', { name: 'Aide' }).click();
        await page.getByRole('button', { name: /Ouvrir l’indice 1/ }).click();
        await shot('4-hint');
        await page.keyboard.press('Escape');
      }
      if (step === '5-2') {
        if (size === 'phone') await page.getByRole('button', { name: 'Consigne', exact: true }).click();
        const radio = page.locator('input[type=radio][value=personne]');
        await radio.focus();
        await page.keyboard.press('Space');
        await shot('5-answered');
      }
      await write(readFileSync(`${L}${dir}/solution/${file}`, 'utf8'));
      await run('6-right');
    } catch (error) {
      console.log('FAILED', step, size, String(error).split('\n').slice(0, 4).join(' | '));
      await shot('9-failed');
    }
    await context.close();
  }
}
await browser.close();
await server.close();

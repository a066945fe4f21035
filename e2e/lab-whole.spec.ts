// Lab 1 as one student lives it, from the starters to a server of their own: every step is typed, none is skipped.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { loadCourse, type Step } from '../src/catalog/index.ts';
import { expect, test } from './site-test.ts';

const ROOT = path.join(import.meta.dirname, '..');
const STEPS_TO_TYPE = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];

async function lab1(): Promise<readonly Step[]> {
  const course = await loadCourse(ROOT);
  const steps = course.labs.find(({ number }) => number === 1)?.steps ?? [];
  return steps.filter(({ number }) => STEPS_TO_TYPE.includes(number));
}

async function typeSolution(page: Page, step: Step): Promise<void> {
  const [file = ''] = step.files;
  const source = readFileSync(path.join(ROOT, step.folder, 'solution', file), 'utf8');
  const name = `Éditeur\u00a0: ${path.basename(file)}`;
  await page.getByRole('textbox', { name }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

/** How `address` answers a client that is no browser: the subprotocol and the bytes of its key’s proof. */
function upgradeWithWs(address: string): Promise<{ protocol: string; accept: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, ['superchat']);
    let accept = '';
    socket.on('upgrade', ({ headers }) => {
      accept = headers['sec-websocket-accept'] ?? '';
    });
    socket.on('open', () => {
      resolve({ protocol: socket.protocol, accept });
      socket.terminate();
    });
    socket.on('error', reject);
  });
}

test('a student writes 1.1 to 1.7 from the starters, goes online, and real clients connect', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const steps = await lab1();
  expect(steps.map(({ number }) => number)).toEqual(STEPS_TO_TYPE);
  await page.goto(steps[0]?.address ?? '');
  for (const step of steps) {
    await test.step(`${step.number} ${step.title}`, async () => {
      await expect(page).toHaveURL(new RegExp(`${step.address}$`));
      await expect(page.locator('[data-passed]')).toBeHidden();
      await typeSolution(page, step);
      await page.locator('[data-run]').click();
      await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
      await expect(page.locator('[data-passed]')).toBeVisible();
      if (step !== steps.at(-1)) await page.locator('.whats-next a:visible').click();
    });
  }

  await page.getByRole('button', { name: 'Mettre en ligne' }).click();
  await expect(page.locator('live-panel[data-state=online]')).toBeVisible();
  const link = (await page.locator('[data-visit]').getAttribute('href')) ?? '';
  const address = link.replace(/^http/, 'ws');

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto('/');
  const protocol = await visitor.evaluate(
    (url) =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket(url, ['inconnu', 'chat']);
        socket.onopen = () => {
          resolve(socket.protocol);
        };
        socket.onclose = ({ code }) => {
          reject(new Error(`closed with ${code}`));
        };
      }),
    address,
  );
  expect(protocol).toBe('chat');
  await expect(page.locator('live-panel [role=status]')).toContainText(
    'Un navigateur vient d’accepter votre 101.',
  );

  const { protocol: chosen, accept } = await upgradeWithWs(address);
  expect(chosen).toBe('superchat');
  expect(accept).toMatch(/^[+/0-9A-Za-z]{27}=$/);
  await visitor.context().close();
});

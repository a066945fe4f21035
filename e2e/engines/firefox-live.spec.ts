// A student's server runs in a Chromium tab, and Firefox's own WebSocket gets its 101 from it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { expect, test } from '../site-test.ts';

const LAB = '/labos/poignee-de-main/1-7/';
const SOLUTION = readFileSync(
  path.join(import.meta.dirname, '../../labs/01-handshake/07-server/solution/poignee/serveur.js'),
  'utf8',
);

test('Firefox gets its 101 from a server written in a Chromium tab, and the student sees it', async ({
  page: firefox,
  playwright,
  site,
}) => {
  const executablePath = findChromium();
  const chromium = await playwright.chromium.launch({
    // The project's own channel is Firefox's.
    channel: '',
    args: [...CHROMIUM_FLAGS],
    ...(executablePath !== null && { executablePath }),
  });
  const student = await chromium.newPage({ locale: 'fr-FR' });
  await student.goto(site.origin + LAB);
  await student.getByRole('textbox', { name: /^Éditeur/ }).click();
  await student.keyboard.press('Control+a');
  await student.keyboard.insertText(SOLUTION);
  await student.getByRole('button', { name: 'Mettre en ligne' }).click();
  await expect(student.locator('live-panel[data-state=online]')).toBeVisible();
  const address = (await student.locator('[data-visit]').getAttribute('href')) ?? '';

  await firefox.goto(site.origin);
  const protocol = await firefox.evaluate(
    (url) =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket(url, ['inconnu', 'superchat']);
        socket.onopen = () => {
          resolve(socket.protocol);
        };
        socket.onclose = ({ code }) => {
          reject(new Error(`closed with ${code}`));
        };
        Object.assign(window, { socket });
      }),
    address.replace(/^http/, 'ws'),
  );
  expect(protocol).toBe('superchat');
  await expect(student.locator('live-panel [role=status]')).toHaveText(
    'Un navigateur vient d’accepter votre 101. 1 visiteur connecté.',
  );

  // The page that a person gets there, in a second tab of theirs.
  await firefox.goto(address);
  await expect(firefox.locator('live-visitor[data-state=open]')).toContainText('Connexion ouverte');
  await chromium.close();
});

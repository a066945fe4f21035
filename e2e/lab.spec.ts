// A step as a student lives it: wrong, hint, right, by mouse and by keyboard, and programs that never end or print too much.
import {
  editor,
  ENDLESS,
  LAB,
  NO_TRIM,
  RIGHT,
  run,
  runButton,
  status,
  write,
} from './harness/accept-step.ts';
import { expect, test } from './site-test.ts';

test('a step that was never run is neutral, and runs nothing by itself', async ({ page }) => {
  await page.goto(LAB);
  await expect(status(page)).toContainText('6 vérifications vous attendent');
  const states = await page
    .locator('.check')
    .evaluateAll((checks) => checks.map((check) => (check as HTMLElement).dataset.status));
  expect(new Set(states)).toEqual(new Set(['neutral']));
});

test('wrong, then a message, then a hint, then right', async ({ page }) => {
  await page.goto(LAB);
  await page.getByRole('button', { name: 'Aide' }).click();
  await expect(page.getByText('Un indice s’ouvre après chaque essai')).toBeVisible();
  await write(page, NO_TRIM);
  await run(page);
  await expect(status(page)).toHaveText('5 vérifications sur 6 réussies. Commencez par celle-ci.');
  const failure = page.locator('.check details');
  await expect(failure).toHaveCount(1);
  await expect(failure).toHaveAttribute('open', '');
  for (const term of ['Envoyé', 'Attendu', 'Reçu', 'Où']) {
    await expect(failure.locator('dt', { hasText: term })).toBeVisible();
  }
  await expect(failure.getByRole('link', { name: /^Dans le cours/ })).toHaveAttribute(
    'href',
    /^\/cours\/[\w-]+\/#prouver-/,
  );
  await page.getByRole('button', { name: 'Ouvrir l’indice 1' }).click();
  await expect(page.getByRole('heading', { name: 'Indice 1 sur 3' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Ouvrir l’indice/ })).toBeHidden();
  await write(page, RIGHT);
  await run(page);
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
  await expect(page.locator('[data-passed]')).toBeVisible();
});

test('the console shows what the code printed, and each line leads to its source', async ({
  page,
}) => {
  await page.goto(LAB);
  await write(page, RIGHT);
  await run(page);
  const line = page.locator('.console-line').first();
  await expect(line).toContainText('reçu dGhlIHNhbXBsZSBub25jZQ==');
  await line.getByRole('button', { name: 'accept.js, ligne 4' }).click();
  await expect(editor(page)).toBeFocused();
});

test('what the student’s code prints is text, never HTML', async ({ page }) => {
  await page.goto(LAB);
  await write(page, RIGHT.replace("'reçu'", "'<img src=x onerror=alert(1)>'"));
  await run(page);
  await expect(page.locator('.console-line').first()).toContainText('<img src=x');
  await expect(page.locator('.console img')).toHaveCount(0);
});

test('an endless loop ends in a verdict, and the next run works', async ({ page }) => {
  await page.goto(LAB);
  await write(page, ENDLESS);
  await runButton(page).click();
  await expect(status(page)).toHaveText('Vérification en cours…');
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
    timeout: 20_000,
  });
  await expect(page.locator('[data-status=timeout]').first()).toBeVisible();
  await write(page, RIGHT);
  await run(page);
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
});

test('a syntax error names its line, which one press reaches', async ({ page }) => {
  await page.goto(LAB);
  await write(page, 'export function calculerAccept(cle) {\nreturn (;\n}');
  await run(page);
  await expect(status(page)).toContainText('ne se charge pas');
  await page.getByRole('button', { name: 'accept.js, ligne 2' }).click();
  await expect(editor(page)).toBeFocused();
});

test('the keyboard alone is enough', async ({ page }) => {
  await page.goto(LAB);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(NO_TRIM);
  await page.keyboard.press('Tab');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toContainText('Commencez par celle-ci.');
  await expect(editor(page), 'a run steals no focus').toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('separator')).toBeFocused();
  const before = Number(await page.getByRole('separator').getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('separator')).toHaveAttribute('aria-valuenow', String(before - 5));
  await page.keyboard.press('Tab');
  await expect(page.locator('.verdicts'), 'the results scroll by keyboard').toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.check summary').first()).toBeFocused();
});

test('the editor says how to leave it, to eyes and to screen readers', async ({ page }) => {
  await page.goto(LAB);
  await expect(editor(page)).toHaveAccessibleDescription(/Échap puis Tab/);
  await expect(page.getByText('Échap puis Tab')).toBeVisible();
});

test('a code of another kind gets its own sentence', async ({ page }) => {
  await page.goto(LAB);
  await write(page, "const { createHash } = require('node:crypto');");
  await run(page);
  await expect(page.locator('.check-message').first()).toContainText('écrivez en haut');
  await write(page, 'export function calculerAccept(cle: string) {}');
  await run(page);
  await expect(page.locator('.check-message').first()).toContainText('TypeScript');
});

test('a console that overflows says how much it does not show', async ({ page }) => {
  await page.goto(LAB);
  await page.getByRole('button', { name: 'Essai libre' }).click();
  const trial = page.getByRole('textbox', { name: 'Éditeur\u00a0: 1-3.js' });
  for (const [count, words] of [
    [210, 'et 10 autres lignes, non affichées'],
    [5000, 'et plus de 800 autres lignes'],
  ] as const) {
    await trial.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(`for (let i = 0; i < ${count}; i += 1) console.log(i);`);
    await run(page);
    await expect(page.locator('.trial-part .console-more')).toContainText(words);
  }
});

test('says that an editor which did not come is missing, and shows the code', async ({
  page,
  complaints,
}) => {
  await page.route('**/editor-view*', (route) => route.abort());
  await page.goto(LAB);
  await expect(page.getByText('L’éditeur n’a pas pu être chargé')).toBeVisible();
  await expect(page.locator('code-editor')).toContainText('calculerAccept');
  await page.getByRole('button', { name: 'Aide' }).click();
  await expect(page.getByRole('tab', { name: 'Indices' })).toBeVisible();
  await page.unroute('**/editor-view*');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(editor(page)).toContainText('calculerAccept');
  await expect(page.getByText('L’éditeur n’a pas pu être chargé')).toBeHidden();
  expect(complaints.splice(0).filter((line) => !line.includes('net::ERR_'))).toEqual([]);
});

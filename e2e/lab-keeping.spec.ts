// What a step keeps of a student’s work: across reloads, resets, tabs and denied storage.
import { editor, LAB, RIGHT, run, status, write } from './harness/accept-step.ts';
import { expect, test } from './site-test.ts';

test('a reload keeps every key stroke', async ({ page }) => {
  await page.goto(LAB);
  await write(page, '// un\n// deux');
  await page.keyboard.type('!');
  await page.reload();
  await expect(editor(page)).toContainText('// un// deux!');
});

test('« Revenir au départ » gives the starter, and gives the code back', async ({ page }) => {
  await page.goto(LAB);
  await write(page, '// mon code');
  await page.getByRole('button', { name: 'Revenir au départ' }).click();
  await expect(editor(page)).toContainText('export function calculerAccept');
  await page.getByRole('button', { name: 'Reprendre mon code' }).click();
  await expect(editor(page)).toHaveText('// mon code');
});

test('a reload after « Revenir au départ » still gives the code back, once', async ({ page }) => {
  await page.goto(LAB);
  await write(page, '// mon code');
  await page.getByRole('button', { name: 'Revenir au départ' }).click();
  await expect(editor(page)).toContainText('export function calculerAccept');
  await page.reload();
  await expect(editor(page)).toContainText('export function calculerAccept');
  await page.getByRole('button', { name: 'Reprendre mon code' }).click();
  await expect(editor(page)).toHaveText('// mon code');
  await page.reload();
  await expect(editor(page)).toHaveText('// mon code');
  await expect(page.getByRole('button', { name: 'Reprendre mon code' })).toBeHidden();
});

test('a pass forgets the code that a reset replaced', async ({ page }) => {
  await page.goto(LAB);
  await write(page, '// mon code');
  await page.getByRole('button', { name: 'Revenir au départ' }).click();
  const replaced = () =>
    page.evaluate(() => localStorage.getItem('trame-replaced:poignee/accept.js'));
  expect(await replaced()).toBe('"// mon code"');
  await write(page, RIGHT);
  await run(page);
  expect(await replaced()).toBeNull();
});

test('a step that was passed still leads on after a reload', async ({ page }) => {
  await page.goto(LAB);
  const next = page.getByRole('link', { name: /^Suivant/ });
  await expect(next).toBeHidden();
  await write(page, RIGHT);
  await run(page);
  await expect(next).toBeVisible();
  await page.reload();
  await expect(next).toBeVisible();
});

test('the solution comes after two presses, beside the student’s code, and stays', async ({
  page,
}) => {
  await page.goto(LAB);
  await write(page, '// mon code');
  await page.getByRole('button', { name: 'Aide' }).click();
  await page.getByRole('tab', { name: 'Indices' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Corrigé' })).toBeFocused();
  const solution = page.locator('.solution .code');
  await page.getByRole('button', { name: 'Montrer le corrigé' }).click();
  await expect(page.getByText('l’étape reste à réussir')).toBeFocused();
  await expect(solution).toBeHidden();
  await page.getByRole('button', { name: 'Chercher encore' }).click();
  await page.getByRole('button', { name: 'Montrer le corrigé' }).click();
  await page.getByRole('button', { name: 'Montrer quand même' }).click();
  await expect(solution).toContainText('createHash');
  await expect(editor(page)).toHaveText('// mon code');
  await page.reload();
  await page.getByRole('button', { name: 'Aide' }).click();
  await page.getByRole('tab', { name: 'Corrigé' }).click();
  await expect(solution).toBeVisible();
});

test('a pass opens the solution', async ({ page }) => {
  await page.goto(LAB);
  await write(page, RIGHT);
  await run(page);
  await page.getByRole('button', { name: 'Aide' }).click();
  await page.getByRole('tab', { name: 'Corrigé' }).click();
  await expect(page.locator('.solution .code')).toContainText('createHash');
});

test('two tabs of one student show the same work', async ({ page, context }) => {
  await page.goto(LAB);
  const other = await context.newPage();
  await other.goto(LAB);
  await expect(editor(other)).toBeVisible();
  await write(page, '// premier onglet');
  await expect(editor(other)).toHaveText('// premier onglet');
  await write(other, '// second onglet');
  await expect(editor(page)).toHaveText('// second onglet');
});

test('a denied storage is said, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: denied });
    Object.defineProperty(window, 'sessionStorage', { get: denied });
    Object.defineProperty(window, 'indexedDB', { get: denied });
  });
  await page.goto(LAB);
  await expect(page.getByText('Ce navigateur refuse d’enregistrer')).toBeVisible();
  await write(page, RIGHT);
  await run(page);
  await expect(status(page)).toContainText('6 vérifications sur 6 réussies.');
});

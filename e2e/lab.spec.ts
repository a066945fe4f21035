// A step as a student lives it: wrong, hint, right; by keyboard; across reloads, tabs, dead servers and denied storage.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const LAB = '/labos/poignee-de-main/1-3/';

const program = (expression: string) => `import { createHash } from 'node:crypto';
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
export function calculerAccept(cle) {
console.log('reçu', cle);
return ${expression};
}`;
const RIGHT = program("createHash('sha1').update(cle.trim() + GUID).digest('base64')");
const NO_TRIM = program("createHash('sha1').update(cle + GUID).digest('base64')");
const ENDLESS = 'export function calculerAccept(cle) {\nfor (;;) {}\n}';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Éditeur\u00a0: accept.js' });
const status = (page: Page) => page.locator('lab-results [role=status]');
const runButton = (page: Page) => page.locator('[data-run]');

async function write(page: Page, source: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

async function run(page: Page): Promise<void> {
  await runButton(page).click();
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
}

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

test('code changed after a verdict is said to be no longer the one it judged', async ({ page }) => {
  await page.goto(LAB);
  await write(page, RIGHT);
  await run(page);
  const stale = page.getByText('Le code a changé depuis ce verdict.');
  await expect(stale).toBeHidden();
  await page.getByRole('button', { name: 'Revenir au départ' }).click();
  await expect(stale).toBeVisible();
  await run(page);
  await expect(stale).toBeHidden();
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

test('on a phone: three views, the result opens by itself, the key row types', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await page.goto(LAB);
  await expect(editor(page)).toBeHidden();
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await write(page, RIGHT.slice(0, -1));
  await page.getByRole('button', { name: 'Insérer }' }).click();
  await expect(editor(page)).toBeFocused();
  await run(page);
  await expect(page.getByRole('button', { name: 'Résultat 6/6' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(status(page)).toBeVisible();
  await page.reload();
  await expect(page.locator('lab-page')).toHaveAttribute('data-view', 'result');
});

test('with the keyboard up, the phone still shows code, keys and « Exécuter »', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 420 });
  await page.goto(LAB);
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  await expect(page.locator('.lab-bar')).toBeHidden();
  await expect(runButton(page)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('group', { name: 'Touches de code' })).toBeInViewport({ ratio: 1 });
  const height = (await page.locator('code-editor').boundingBox())?.height ?? 0;
  expect(height).toBeGreaterThan(200);
});

test('at 1280 by 650 the page does not scroll, and the editor shows sixteen lines', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 650 });
  await page.goto(LAB);
  await write(page, Array.from({ length: 40 }, (_, index) => `// ${index}`).join('\n'));
  const measures = await page.evaluate(() => {
    const root = document.querySelector('code-editor')?.shadowRoot;
    const scroller = root?.querySelector('.cm-scroller');
    const line = root?.querySelector('.cm-line');
    return {
      excess: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      lines: (scroller?.clientHeight ?? 0) / (line?.getBoundingClientRect().height ?? Infinity),
      size: line === null || line === undefined ? '' : getComputedStyle(line).fontSize,
    };
  });
  expect(measures.excess).toBeLessThanOrEqual(0);
  expect(measures.lines).toBeGreaterThanOrEqual(16);
  expect(measures.size).toBe('15px');
  await expect(runButton(page)).toBeInViewport();
});

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the lab has nothing that axe objects to, ${name}, ${colorScheme}`, async ({ page }) => {
      // Three passes of axe take a while on a busy machine.
      test.slow();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(LAB);
      await expectAccessible(page);
      if (name === 'phone') await page.getByRole('button', { name: 'Code', exact: true }).click();
      await write(page, NO_TRIM);
      await run(page);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Aide' }).click();
      await expectAccessible(page);
    });
  }
}

test('the lab fits in 320 px, in each of its views', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(LAB);
  for (const view of ['Consigne', 'Code', 'Résultat']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await expectNoSidewaysScroll(page);
  }
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

test('a printed step is whole: consigne and results, nothing cut', async ({ page }) => {
  await page.goto(LAB);
  await write(page, NO_TRIM);
  await run(page);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 500 });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.lab, .instructions, .prose, .prose pre, .verdicts')]
      .filter(
        (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
      )
      .map((box) => box.className),
  );
  expect(cut).toEqual([]);
  await expect(page.locator('.instructions')).toBeVisible();
  await expect(page.locator('.verdicts')).toBeVisible();
  await expect(runButton(page)).toBeHidden();
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

// The lab on every screen: phones, small windows, dark mode, paper.
import {
  editor,
  LAB,
  NO_TRIM,
  RIGHT,
  run,
  runButton,
  status,
  write,
} from './harness/accept-step.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

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

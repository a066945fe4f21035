// `npm run pdf`: one page for each slide, with tags, an outline, a language and a title; and what it says without Chromium.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePdfs } from '../src/build/pdf.ts';
import { expect, SITE, test } from './site-test.ts';

test('the PDFs hold every slide once, tagged, in French', async ({ page }) => {
  test.slow();
  const out = await mkdtemp(path.join(tmpdir(), 'des pdf '));
  try {
    const [slides, notes] = await writePdfs(SITE, out);
    await page.goto('/diapos/?vue=page');
    const count = await page.locator('section.slide').count();
    const described = { tagged: true, outline: true, language: 'fr' };
    expect(slides).toMatchObject({ ...described, pages: count, title: await page.title() });
    expect(notes).toMatchObject(described);
    // Long notes go on to another sheet; no slide shares its own.
    expect(notes?.pages).toBeGreaterThanOrEqual(count);
  } finally {
    await rm(out, { recursive: true });
  }
});

test('on paper too, nothing of a slide runs into its footer', async ({ page }) => {
  await page.goto('/diapos/?vue=page');
  await page.emulateMedia({ media: 'print' });
  const excess = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll<HTMLElement>('section.slide')]
      .filter((slide) => {
        const floor = slide.querySelector('.slide-foot')?.getBoundingClientRect().top ?? 0;
        const contents = [
          ...slide.querySelectorAll('.slide-body :is(p, li, tr:not(.sequence-table *), pre, svg)'),
        ];
        return contents.some(
          (one) => one.checkVisibility() && one.getBoundingClientRect().bottom > floor + 1,
        );
      })
      .map(({ id }) => id);
  });
  expect(excess).toEqual([]);
});

test('an option that nobody knows is refused in French', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/build/pdf.ts', '--ou', 'x'], {
    cwd: path.join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'Une seule option est connue\u00a0: --out suivi d’un dossier.\n',
  });
});

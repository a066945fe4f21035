// Another trainer's deck: the untouched support of 2013 and a second chapter alone in `slides/`, built whole and walked.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createTrameServer } from '../src/server/trame-server.ts';
import { expect, test as siteTest } from './site-test.ts';

const ROOT = path.join(import.meta.dirname, '..');
const BUILT_FROM = ['src', 'labs', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

const SECOND_CHAPTER = `# La suite

<!-- .slide: class="page-title" -->



## Une diapo de plus

Un seul point

Notes :
Dire une seule chose.



## Retour au plan

- [Le premier chapitre](#/0)
`;

type OtherBuild = { readonly dist: string; readonly warnings: string };

const test = siteTest.extend<object, { other: OtherBuild }>({
  other: [
    // Playwright reads the names of the fixtures used from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const root = await mkdtemp(path.join(tmpdir(), 'trame-other-deck-'));
      try {
        const warnings = await buildOther(root);
        await use({ dist: path.join(root, 'dist'), warnings });
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  site: [
    async ({ other }, use) => {
      const server = createTrameServer({ dist: other.dist });
      const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
      const stop = () => server.close();
      await use({ origin: `http://127.0.0.1:${port}`, stop });
      await stop();
    },
    { scope: 'worker' },
  ],
});

/** Builds a copy of the project in `root` with that deck; gives what the build printed. */
async function buildOther(root: string): Promise<string> {
  for (const part of BUILT_FROM) {
    await cp(path.join(ROOT, part), path.join(root, part), { recursive: true });
  }
  await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  const slides = path.join(root, 'slides');
  await mkdir(slides);
  await cp(
    path.join(ROOT, 'src/deck/fixtures/06-websocket.md'),
    path.join(slides, '06-websocket.md'),
  );
  await writeFile(path.join(slides, '7-suite.md'), SECOND_CHAPTER);
  await writeFile(path.join(slides, 'slides.json'), '["06-websocket.md", "7-suite.md"]');
  const child = spawn(process.execPath, [path.join(root, 'src/build/main.ts')], { cwd: root });
  let printed = '';
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (printed += piece.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code, printed).toBe(0);
  return printed;
}

const openDeck = async (page: Page): Promise<Locator> => {
  await page.goto('/diapos/?vue=diapos');
  await expect(page.locator('html')).toHaveAttribute('data-vue', 'ready', { timeout: 20_000 });
  return page.locator('section.slide');
};

test('the deck of 2013 gives its 18 slides, none empty, no marker in sight, and the chapter beside it its 3', async ({
  page,
}) => {
  const slides = await openDeck(page);
  await expect(slides).toHaveCount(21);
  const texts = await slides.evaluateAll((all) =>
    all.map((one) => one.querySelector('.slide-body')?.textContent.trim() ?? ''),
  );
  expect(texts.filter((text) => text === '')).toEqual([]);
  expect(texts.filter((text) => /\.slide:|Notes ?:|<!--|\bpage-/.test(text))).toEqual([]);
});

test('the keyboard walks to the last slide, whose link leads back to the first chapter', async ({
  page,
}) => {
  const slides = await openDeck(page);
  const last = (await slides.last().getAttribute('id')) ?? '';
  // The last chapter's opener, then the slides of that chapter.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`#/${last}$`));
  const link = slides.last().getByRole('link', { name: 'Le premier chapitre' });
  await link.click();
  const first = (await slides.first().getAttribute('id')) ?? '';
  await expect(page.locator('section.slide.present')).toHaveAttribute('id', first);
});

test('the course, the questions, the labs and home are there, and no link of theirs is dead', async ({
  page,
}) => {
  const addresses = new Set(['/', '/cours/', '/questions/', '/errata/', '/diapos/']);
  for (const address of addresses) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    if (addresses.size > 40) continue;
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
    for (const link of links) if (!link.startsWith('/labos/')) addresses.add(link);
  }
  expect([...addresses].filter((one) => /^\/cours\/[^/]+\/$/.test(one)).length).toBeGreaterThan(1);
});

test('the build names file and line of what it had to change', ({ other }) => {
  expect(other.warnings).toMatch(/slides\/06-websocket\.md, ligne 12\s: Le lien «\s#\/2\s»/);
  expect(other.warnings).toMatch(
    /slides\/06-websocket\.md, ligne 370\s: Deux commentaires page-\*/,
  );
});

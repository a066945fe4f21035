// Playwright's `test` on the built site, served by our own server; a console error or a refused resource fails the test.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { createTrameServer } from '../src/server/trame-server.ts';

export { expect } from '@playwright/test';

/** `TRAME_DIST` lets the tests run on a build that lies elsewhere. */
export const SITE = process.env.TRAME_DIST ?? path.join(import.meta.dirname, '../dist');

export type Site = {
  readonly origin: string;
  /** Stops the server for good: what the page still does, it does alone. */
  stop(): Promise<void>;
};

export async function startSite(): Promise<Site> {
  if (!existsSync(path.join(SITE, 'index.html'))) {
    throw new Error(`There is no built site in ${SITE}: run npm run build`);
  }
  const server = createTrameServer({ dist: SITE });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

export const test = base.extend<{ complaints: string[] }, { site: Site }>({
  site: [
    // Playwright reads the names of the fixtures used from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.origin);
  },
  /** What the console complained about; empty at the end of every test, unless the test empties it on purpose. */
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export const SIZES = {
  desktop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const;

/** Every rule of WCAG 2.2 A and AA that a program can check; `part`: a selector, when only it is on trial. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    // axe is a script: it cannot enter a frame that runs none.
    .exclude('iframe[sandbox=""]')
    // A student's page is the student's own: a document in a document, not a part of ours.
    .exclude('.chat-frame')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
  expect(found).toEqual([]);
}

/** Opens a step, and waits until the page holds all that its lab needs: only then may a test take the server away. */
export async function openHeld(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html[data-held]')).toBeAttached({ timeout: 30_000 });
}

/** Nothing sticks out to the right of the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
}

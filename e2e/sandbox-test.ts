// Playwright's `test` with the test server and a page that holds a Sandbox.
import { test as base, type Page } from '@playwright/test';
import type {} from './harness/page.ts';
import { startTestServer, type TestServer } from './server.ts';

export { expect } from '@playwright/test';

export const test = base.extend<{ harness: Page }, { server: TestServer; sharedHarness: Page }>({
  server: [
    // Playwright reads the names of the fixtures used from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await using server = await startTestServer();
      await use(server);
    },
    { scope: 'worker' },
  ],
  /** The same as `harness`, opened once for many tests that only load files: each has a worker of its own anyway. */
  sharedHarness: [
    async ({ browser, server }, use) => {
      const page = await browser.newPage();
      await page.goto(server.origin);
      await page.waitForFunction(() => 'harness' in window);
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  /** A page of the test server whose `window.harness` is ready. */
  harness: async ({ page, server }, use) => {
    await page.goto(server.origin);
    await page.waitForFunction(() => 'harness' in window);
    await use(page);
  },
});

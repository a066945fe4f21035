// The browser tests: one Chromium, no retries, no sleeps; what they need is built once, before the first of them.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    locale: 'fr-FR',
    launchOptions: {
      // A name that is not the loopback's: plain http on it is not a secure context.
      args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP labo.test 127.0.0.1'],
      ...(executablePath !== null && { executablePath }),
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
});

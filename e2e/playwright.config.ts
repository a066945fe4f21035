// The browser tests: the system's browsers, no retries, no sleeps; what they need is built once, before the first of them.
import { defineConfig, type PlaywrightTestProject } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { FIREFOX_TESTS } from './engines/firefox-tests.ts';
import { findFirefox, FIREFOX_LAUNCHER, FIREFOX_PREFERENCES } from './engines/firefox.ts';
import { findWebKit } from './engines/webkit.ts';

const executablePath = findChromium();

const CHROMIUM: PlaywrightTestProject = {
  name: 'chromium',
  testIgnore: '**/e2e/engines/**',
  use: {
    browserName: 'chromium',
    launchOptions: {
      // A name that is not the loopback's: plain http on it is not a secure context.
      args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP labo.test 127.0.0.1'],
      ...(executablePath !== null && { executablePath }),
    },
  },
};

const FIREFOX: PlaywrightTestProject = {
  name: 'firefox',
  ...FIREFOX_TESTS,
  use: {
    browserName: 'firefox',
    // A stock Firefox, over WebDriver BiDi.
    channel: 'moz-firefox',
    launchOptions: { executablePath: FIREFOX_LAUNCHER, firefoxUserPrefs: FIREFOX_PREFERENCES },
  },
};

/** Drives its browser by itself: Playwright's WebKit is not one that Debian has. */
const WEBKIT: PlaywrightTestProject = { name: 'webkit', testMatch: 'engines/webkit.spec.ts' };

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  // What a browser may take on a busy machine: two of them at once, on two cores, have taken more than five seconds.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { locale: 'fr-FR' },
  // `run.ts` says which engine is not there, and why.
  projects: [
    CHROMIUM,
    ...(findFirefox() === null ? [] : [FIREFOX]),
    ...(findWebKit() === null ? [] : [WEBKIT]),
  ],
});

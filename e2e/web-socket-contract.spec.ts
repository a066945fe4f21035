// Chromium's own WebSocket against the contract that ours keeps: each difference is listed with its reason.
import { expect, test } from '@playwright/test';
import { WEB_SOCKET_CONTRACT } from '../src/browser-websocket/contract/index.ts';
import { serveContractPage, type ContractPage } from './harness/web-socket-bundle.ts';

let served: ContractPage;

test.beforeAll(async () => {
  served = await serveContractPage();
});

test.afterAll(async () => {
  await served.close();
});

// One page for all: each case has connections of its own.
test('the browser’s own WebSocket keeps the contract', async ({ page }) => {
  await page.goto(served.address);
  for (const { title, expected, chromium } of WEB_SOCKET_CONTRACT) {
    const given = await page.evaluate(([name, base]) => window.runContract(name, base), [
      title,
      served.base,
    ] as const);
    expect.soft(given, title).toEqual(chromium?.gives ?? expected);
  }
});

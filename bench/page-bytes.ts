// What a page costs on the wire: every byte that Chromium received for it, headers left out.
import type { Browser } from '@playwright/test';

export type PageBytes = {
  readonly address: string;
  readonly bytes: number;
  readonly requests: number;
};

/** Encoded body bytes (Brotli where the server has it) until the network is idle, in a fresh profile. */
export async function measurePageBytes(browser: Browser, address: string): Promise<PageBytes> {
  const context = await browser.newContext({ locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const bodies = await Promise.all(sizes);
    return { address, bytes: bodies.reduce((sum, size) => sum + size, 0), requests: bodies.length };
  } finally {
    await context.close();
  }
}

// What a page costs on the wire: the body of every answer that Chromium received for it, headers left out.
//
// Two visits are counted. In the first the browser is never idle, and somebody uses the page as soon as it can be used: these
// are the bytes that a person waits for, and those that a target is about. In the second nobody is in a hurry: the page also
// fetches, on purpose and behind their back, what lets the server go away (the other steps of the lab, its comparison). That
// grows with the course and makes nobody wait, so it has no target; counting it with the rest hid what did.
import type { Browser, Page, Request } from '@playwright/test';

export type Count = { readonly bytes: number; readonly requests: number };

export type PageBytes = {
  readonly used: Count;
  /** Part of `used`. The site's four fonts are the same on every page: fetched once, with a budget of their own. */
  readonly fonts: Count;
  readonly whole: Count;
};

export type Use = (page: Page) => Promise<unknown>;

/** Nothing asked for during this long: the page has all that it wants. In milliseconds. */
const QUIET = 2_000;

/** Encoded bodies (Brotli where the server has it), each visit in a fresh profile. `use` resolves when the page has served once. */
export async function measurePageBytes(
  browser: Browser,
  address: string,
  use: Use,
): Promise<PageBytes> {
  const used = await visit(browser, async (page) => {
    await page.addInitScript(() => {
      globalThis.requestIdleCallback = () => 0;
    });
    await page.goto(address);
    await use(page);
  });
  const whole = await visit(browser, async (page) => {
    await page.goto(address);
    await untilQuiet(page);
  });
  return {
    used: count(used),
    fonts: count(used.filter(({ type }) => type === 'font')),
    whole: count(whole),
  };
}

type Fetched = { readonly type: string; readonly bytes: number };

async function visit(browser: Browser, act: Use): Promise<readonly Fetched[]> {
  const context = await browser.newContext({ locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    const finished: Promise<Fetched>[] = [];
    page.on('requestfinished', (request) => {
      // A worker's blob came from nowhere.
      if (request.url().startsWith('http')) finished.push(fetched(request));
    });
    await act(page);
    return await Promise.all(finished);
  } finally {
    await context.close();
  }
}

async function fetched(request: Request): Promise<Fetched> {
  const { responseBodySize } = await request.sizes();
  return { type: request.resourceType(), bytes: responseBodySize };
}

function untilQuiet(page: Page): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, QUIET);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(resolve, QUIET);
    };
    page.on('request', again).on('requestfinished', again);
  });
}

const count = (all: readonly Fetched[]): Count => ({
  bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  requests: all.length,
});

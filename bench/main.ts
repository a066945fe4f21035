// `npm run bench`: what is fast, against whom, in one run on one machine. Trust the ratios, not the milliseconds.
import path from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../e2e/chromium.ts';
import { isStale } from '../src/build/freshness.ts';
import { build, ROOT, STAMP } from '../src/build/main.ts';
import { createTrameServer } from '../src/server/trame-server.ts';
import { measureColdVitest } from './cold-vitest.ts';
import { measurePageBytes, type Count, type Use } from './page-bytes.ts';
import { describeTimes, percentile } from './percentiles.ts';
import { benchRelay } from './relay-ratios.ts';
import { measureRuns } from './run-to-verdict.ts';

type PageToWeigh = {
  readonly name: string;
  readonly address: string;
  readonly target: { readonly kilobytes: number; readonly fonts: 'apart' | 'counted' } | null;
  readonly use: Use;
};

const RUNS = 30;
const VITEST_RUNS = 7;
/** What is waited for, without the fonts where `fonts` is `apart`: they have 55 kB of their own in `.size-limit.json`. */
const PAGES: readonly PageToWeigh[] = [
  { name: 'home', address: '/', target: null, use: (page) => page.waitForLoadState('networkidle') },
  {
    name: 'deck',
    address: '/diapos/',
    // Its page, style, scripts and reveal.js: a demo comes when its slide comes near.
    target: { kilobytes: 100, fonts: 'apart' },
    use: (page) => page.locator('html[data-vue=ready]').waitFor(),
  },
  {
    name: 'lab 1.3',
    address: '/labos/poignee-de-main/1-3/',
    // Fonts, editor and the whole virtual Node (docs/decisions/0004).
    target: { kilobytes: 280, fonts: 'counted' },
    use: async (page) => {
      await page.locator('code-editor[data-ready]').waitFor();
      await page.locator('[data-run]').click();
      await page.locator('lab-results[data-state=graded]').waitFor();
    },
  },
];

const dist = path.join(ROOT, 'dist');
if (await isStale(ROOT, path.join(dist, STAMP))) await build();

const server = createTrameServer({ dist });
const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
const origin = `http://localhost:${port}`;
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...CHROMIUM_FLAGS],
  ...(executablePath !== null && { executablePath }),
});
try {
  await benchRuns();
  await benchBytes();
  await benchRelay(browser, dist);
} finally {
  await browser.close();
  await server.close();
}

async function benchRuns(): Promise<void> {
  const page = await browser.newPage();
  await page.goto(origin);
  const { cold, warm, spare } = await measureRuns(page, ROOT, '1.3', RUNS);
  const parser = await measureRuns(page, ROOT, '3.5', RUNS);
  await page.close();
  const vitest = await measureColdVitest(VITEST_RUNS);
  const ratio = percentile(vitest, 0.5) / percentile(spare, 0.5);
  console.log('Run to verdict, step 1.3, Chromium');
  console.log(`  cold frame     ${describeTimes(cold)}`);
  console.log(`  warm frame     ${describeTimes(warm)}`);
  console.log(`  spare worker   ${describeTimes(spare)}   (to reach: p50 ≤ 80 ms)`);
  console.log(`  cold vitest    ${describeTimes(vitest)}   ten assertions`);
  console.log(
    `  the spare worker is ×${ratio.toFixed(1)} faster than a cold vitest (to reach: ×10)`,
  );
  console.log('Run to verdict, step 3.5, the heaviest: every cut, 110,000 frames');
  console.log(`  spare worker   ${describeTimes(parser.spare)}   (to reach: p50 ≤ 400 ms)`);
}

async function benchBytes(): Promise<void> {
  console.log('Bytes of a first visit (encoded bodies, Brotli)');
  for (const { name, address, target, use } of PAGES) {
    const { used, fonts, whole } = await measurePageBytes(browser, `${origin}${address}`, use);
    const own = used.bytes - fonts.bytes;
    const weighed = target?.fonts === 'apart' ? own : used.bytes;
    console.log(
      `  ${name.padEnd(8)} used      ${describeCount(used)}: ${kB(own)} and ${kB(fonts.bytes)} of fonts`,
    );
    if (target !== null) {
      const counted = target.fonts === 'apart' ? 'fonts apart' : 'fonts counted';
      console.log(
        `           weighed   ${kB(weighed)}, ${counted}   (to reach: ≤ ${target.kilobytes} kB)`,
      );
    }
    console.log(`           at rest   ${describeCount(whole)}`);
  }
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function describeCount({ bytes, requests }: Count): string {
  return `${kB(bytes)} in ${requests} requests`;
}

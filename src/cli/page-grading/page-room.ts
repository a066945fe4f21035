// Opens the system's Chromium on a page of ours that grades: a step whose code runs in a page has no other judge.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import type { Browser, Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../../e2e/chromium.ts';
import type { Step } from '../../catalog/index.ts';
import { type Matrix, type MatrixOptions, runMatrix } from '../../grading/index.ts';
import { ROOT } from '../course-on-disk.ts';
import { WRONG_USE } from '../messages.ts';
import { WrongUse } from '../wrong-use.ts';
import type { GradedPage, PageGrading } from './host.ts';

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** Of our page; the frame of the student's has the sandbox's own. */
const HOST_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/** As the site serves the frame: what no policy stops (a preconnection, WebRTC) stops here. */
const NO_CONNECTIONS = { 'Connection-Allowlist': '()' };

type Asset = {
  readonly type: string;
  readonly policy: string;
  readonly body: string;
  readonly isOpaque?: boolean;
};

export type PageRoom = {
  grade(grading: PageGrading): Promise<GradedPage>;
  matrix(exam: PageExam): Promise<Matrix>;
};

export type PageExam = Omit<MatrixOptions, 'createSubject' | 'gradeSeeds' | 'parallel'>;

/**
 * Programs examined at once, each in a tab of its own. Students' pages of one tab share a thread, on which loading one
 * waits while another is flooded; tabs share none. No more than the processors: a page that holds its thread for a second
 * of real time is stopped, and sound ones must not be near it for want of a processor.
 */
const TABS = Math.min(4, availableParallelism());

/** Whether a step needs it. */
export const needsPage = (definition: { readonly realm?: string }): boolean =>
  definition.realm === 'page';

/**
 * Lends the room of one step to `work`, then closes browser and server.
 * @throws {WrongUse} where there is no Chromium, or none that starts.
 */
export async function withPageRoom<Value>(
  step: Step,
  work: (room: PageRoom) => Promise<Value>,
): Promise<Value> {
  const executablePath = findChromium();
  if (executablePath === null) throw new WrongUse(WRONG_USE.noChromium(step.number));
  const server = await serve(await buildAssets(step));
  try {
    const { chromium } = await import('@playwright/test');
    const browser = await chromium
      .launch({ executablePath, args: [...CHROMIUM_FLAGS] })
      .catch(() => {
        throw new WrongUse(WRONG_USE.chromiumFailed(executablePath));
      });
    try {
      const { port } = server.address() as AddressInfo;
      const openTab = () => newTab(browser, `http://127.0.0.1:${port}/`);
      return await work({
        grade: async (grading) =>
          (await openTab()).evaluate((given) => window.pageHost.grade(given), grading),
        matrix: async (exam) =>
          matrixIn(await Promise.all(Array.from({ length: TABS }, openTab)), exam),
      });
    } finally {
      await browser.close();
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** In a context of its own: tabs of one context may share the process of their frames. */
async function newTab(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

function matrixIn(tabs: readonly Page[], exam: PageExam): Promise<Matrix> {
  const { step } = exam;
  const free = [...tabs];
  return runMatrix({
    ...exam,
    parallel: tabs.length,
    gradeSeeds: async (task) => {
      const tab = free.pop();
      if (tab === undefined) throw new Error('More programs than tabs');
      try {
        return await tab.evaluate((given) => window.pageHost.gradeSeeds(given), { step, ...task });
      } finally {
        free.push(tab);
      }
    },
  });
}

/** Made anew each time: a clone that was never built grades too. */
async function buildAssets(step: Step): Promise<ReadonlyMap<string, Asset>> {
  // Development dependencies, of which other steps have no need.
  const [{ build }, frame, guest] = await Promise.all([
    import('esbuild'),
    import('../../sandbox/frame/build.ts'),
    import('../../sandbox/guest/build.ts'),
  ]);
  const [host, page, runtime] = await Promise.all([
    build({
      stdin: {
        contents: [
          `import { step } from './${step.folder}/checks.ts';`,
          "import { withQuestions } from './src/grading/index.ts';",
          "import { openPageHost } from './src/cli/page-grading/host.ts';",
          `openPageHost(withQuestions(step, ${JSON.stringify(step.questions)}));`,
        ].join('\n'),
        resolveDir: ROOT,
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      logLevel: 'error',
    }),
    frame.buildPageFrame(),
    guest.buildPageGuest(),
  ]);
  const document =
    '<!doctype html><meta charset="utf-8"><title>Trame</title><body><script src="/host.js"></script></body>';
  return new Map([
    ['/', { type: HTML, policy: HOST_POLICY, body: document }],
    ['/host.js', { type: SCRIPT, policy: HOST_POLICY, body: host.outputFiles[0]?.text ?? '' }],
    ['/sandbox/page/', { type: HTML, policy: page.policy, body: page.html, isOpaque: true }],
    ['/sandbox/page/runtime.js', { type: SCRIPT, policy: page.policy, body: runtime.code }],
  ]);
}

async function serve(assets: ReadonlyMap<string, Asset>): Promise<Server> {
  const server = createServer((request, response) => {
    const asset = assets.get(request.url ?? '');
    if (asset === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': asset.type,
      'Content-Security-Policy': asset.policy,
      'X-Content-Type-Options': 'nosniff',
      ...(asset.isOpaque === true && NO_CONNECTIONS),
    });
    response.end(asset.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

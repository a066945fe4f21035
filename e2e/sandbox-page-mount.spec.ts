// The life of a page that is shown: loaded, heard, connected, two at a time, and every way in which it ends or never begins.
import type { Page } from '@playwright/test';
import { expect, test } from './sandbox-test.ts';

/** A page of two files, whose socket and console speak of each other. */
const CHAT = {
  'chat/page/index.html':
    '<!doctype html><title>Chat</title><h1>Le chat</h1><p id="etat">fermé</p>',
  'chat/page/app.js':
    "export const dire = (texte) => { document.querySelector('#etat').textContent = texte; };",
  'chat/page/demarrage.js': [
    "import { dire } from './app.js';",
    "console.log('page prête');",
    "const ws = new WebSocket('/chat');",
    "ws.addEventListener('error', () => { dire('erreur'); console.log('erreur'); });",
    "ws.addEventListener('close', ({ code }) => { dire('fermé ' + code); console.log('fermé ' + code); });",
  ].join('\n'),
};
const MODULE = 'chat/page/demarrage.js';

type Life = {
  readonly load: string;
  readonly lines: readonly string[];
  readonly ending: string;
  readonly frames: number;
};

/** Shows the files until they have loaded, or ended; disposes of them, twice. */
async function live(
  page: Page,
  files: Readonly<Record<string, string>>,
  module: string,
): Promise<Life> {
  return page.evaluate(
    async (shown) => {
      const lines: string[] = [];
      const mounted = await window.harness.mount({
        ...shown,
        onConsole: (printed) => {
          lines.push(...printed.map(({ text }) => text));
        },
      });
      const loaded = await mounted.loaded;
      await Promise.all([mounted.dispose(), mounted.dispose()]);
      await mounted.dispose();
      const { reason } = await mounted.ended;
      const frames = document.querySelectorAll('iframe').length;
      return { load: loaded?.status ?? 'none', lines, ending: reason, frames };
    },
    { files, module },
  );
}

test('a page is shown under its name, says what it prints, and is gone once disposed of, twice too', async ({
  harness,
}) => {
  const shown = harness.evaluate(
    ([files, module]) =>
      window.harness.mount({ files, module, title: 'La page d’Alice' }).then(async (mounted) => {
        Object.assign(window, { mounted });
        return (await mounted.loaded)?.status;
      }),
    [CHAT, MODULE] as const,
  );
  expect(await shown).toBe('loaded');
  const frame = harness.frameLocator('iframe[title="La page d’Alice"]').frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Le chat' })).toBeVisible();
  await expect(frame.locator('#etat')).toHaveText('fermé 1006');
  expect(await live(harness, CHAT, MODULE)).toMatchObject({
    load: 'loaded',
    lines: expect.arrayContaining(['page prête']),
    ending: 'disposed',
    frames: 1,
  });
});

test('each socket of the page asks for a stream, and its bytes come and go', async ({
  harness,
}) => {
  const { head, calls } = await harness.evaluate(
    async ([files, module]) => {
      let calls = 0;
      const heard = Promise.withResolvers<string>();
      const mounted = await window.harness.mount({
        files,
        module,
        connect: () => {
          calls += 1;
          const incoming = new TransformStream<Uint8Array, Uint8Array>();
          void incoming.readable
            .getReader()
            .read()
            .then(({ value }) => {
              heard.resolve(new TextDecoder().decode(value));
            });
          return { readable: new ReadableStream(), writable: incoming.writable };
        },
      });
      const head = await heard.promise;
      await mounted.dispose();
      return { head, calls };
    },
    [CHAT, MODULE] as const,
  );
  expect(head).toMatch(/^GET \/chat HTTP\/1\.1\r\n/);
  expect(head).toMatch(/\r\nHost: localhost:8080\r\n/i);
  expect(calls).toBe(1);
});

test('two pages at once do not see each other, and one that goes leaves the other', async ({
  harness,
}) => {
  const result = await harness.evaluate(async () => {
    const open = (name: string) =>
      window.harness.mount({
        files: {
          'index.html': `<p>${name}</p>`,
          'a.js': `globalThis.nom ??= '${name}'; let n = 0; setInterval(() => { n += 1; if (n === 3) console.log(globalThis.nom + document.querySelectorAll('p').length); }, 5);`,
        },
        module: 'a.js',
        onConsole: (lines) => {
          said.push(...lines.map(({ text }) => text));
          if (said.length === 2) both.resolve(said);
        },
      });
    const said: string[] = [];
    const both = Promise.withResolvers<string[]>();
    const [first, second] = await Promise.all([open('Alice'), open('Bob')]);
    const heard = [...(await both.promise)].sort();
    await first.dispose();
    const still = await Promise.race([second.ended, second.loaded]);
    await second.dispose();
    return { heard, still: still !== null && 'status' in still ? still.status : 'ended' };
  });
  expect(result).toEqual({ heard: ['Alice1', 'Bob1'], still: 'loaded' });
});

test('a page disposed of while it loads ends, and its load is null', async ({ harness }) => {
  const result = await harness.evaluate(async () => {
    const files = { 'a.js': 'await new Promise(() => {});' };
    const mounted = await window.harness.mount({ files, module: 'a.js' });
    await mounted.dispose();
    return { load: await mounted.loaded, ending: await mounted.ended };
  });
  expect(result).toEqual({ load: null, ending: { reason: 'disposed' } });
});

test('a page whose container leaves the document ends', async ({ harness }) => {
  const ending = await harness.evaluate(async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const files = { 'a.js': 'setInterval(() => {}, 5);' };
    const mounted = await window.harness.mount({ files, module: 'a.js', container });
    await mounted.loaded;
    container.remove();
    return mounted.ended;
  });
  // Nothing tells of it: its silence does.
  expect(ending.reason).toBe('deadline');
});

test('a page that loads itself again is gone, and it is said', async ({ harness }) => {
  const said = await harness.evaluate(async () => {
    const files = { 'a.js': 'setTimeout(() => location.reload(), 10);' };
    const mounted = await window.harness.mount({ files, module: 'a.js' });
    const ending = await mounted.ended;
    await mounted.dispose();
    return { reason: ending.reason, sentence: window.harness.sentenceOf(ending) };
  });
  expect(said.reason).toBe('left');
  expect(said.sentence).toContain('Votre page est partie');
});

test('files without index.html, a missing module, a syntax error: each says so', async ({
  harness,
}) => {
  const withoutPage = Object.fromEntries(
    Object.entries(CHAT).filter(([file]) => !file.endsWith('.html')),
  );
  expect(await live(harness, withoutPage, MODULE)).toMatchObject({ load: 'loaded' });
  expect(await live(harness, CHAT, 'chat/page/absent.js')).toMatchObject({
    load: 'missing-import',
  });
  expect(await live(harness, { ...CHAT, 'chat/page/app.js': 'const = 1;' }, MODULE)).toMatchObject({
    load: 'syntax',
    frames: 0,
  });
});

test('five megabytes of files load', async ({ harness }) => {
  const big = `export const big = '${'x'.repeat(1_000_000)}';\n`;
  const files: Record<string, string> = { ...CHAT };
  for (let index = 0; index < 5; index += 1) files[`chat/page/big${String(index)}.js`] = big;
  files['chat/page/app.js'] =
    `import { big } from './big4.js';\n${CHAT['chat/page/app.js']}\nconsole.log(big.length);`;
  expect(await live(harness, files, MODULE)).toMatchObject({
    load: 'loaded',
    lines: expect.arrayContaining(['1000000', 'page prête']),
  });
});

test('without a runtime that runs, mounting rejects, and leaves nothing behind', async ({
  harness,
}) => {
  const outcomes = await harness.evaluate(async () => {
    const outcomes: string[] = [];
    for (const runtime of ['', 'throw new Error("cassé");', 'const = 1;']) {
      outcomes.push(
        await window.harness
          .mount({ files: { 'a.js': '' }, module: 'a.js', runtime, patience: 400 })
          .then(() => 'mounted', String),
      );
    }
    return { outcomes, frames: document.querySelectorAll('iframe').length };
  });
  expect(outcomes.frames).toBe(0);
  for (const outcome of outcomes.outcomes) expect(outcome).toContain('did not start in time');
});

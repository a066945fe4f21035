import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildSandboxPage } from './build.ts';

test('the page’s only script is the one that its policies name', async () => {
  const { html, scriptHash, policy } = await buildSandboxPage();
  const scripts = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map((match) => match[1]);
  expect(scripts).toHaveLength(1);
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64');
  expect(scriptHash).toBe(`sha256-${hash}`);
  expect(policy).toContain(`script-src '${scriptHash}' blob:`);
  expect(html).toContain(`script-src '${scriptHash}' blob:`);
});

test.each(["'strict-dynamic'", "'unsafe-eval'", "'unsafe-inline'", 'allow-same-origin', 'http'])(
  'the policy never says %s',
  async (word) => {
    expect((await buildSandboxPage()).policy).not.toContain(word);
  },
);

test('the build is the same each time, so that its bytes can be compared', async () => {
  expect(await buildSandboxPage()).toEqual(await buildSandboxPage());
});

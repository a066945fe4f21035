// The sandbox in a real browser: loading, calling, connecting, and what each kind of broken file is told.
import { expect, test } from './sandbox-test.ts';

test('loads a file, calls its export and gives its console back', async ({ harness }) => {
  const result = await harness.evaluate(async () => {
    await using subject = await window.harness.sandbox.createSubject({
      files: {
        'poignee/accept.js': [
          "import { createHash } from 'node:crypto';",
          "const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';",
          'export function calculerAccept(cle) {',
          "  console.log('clé', cle);",
          "  return createHash('sha1').update(cle + GUID).digest('base64');",
          '}',
        ].join('\n'),
      },
      modules: ['poignee/accept.js'],
      seed: 1,
    });
    const load = await subject.load();
    const outcomes = await subject.call('poignee/accept.js', 'calculerAccept', [
      ['dGhlIHNhbXBsZSBub25jZQ=='],
    ]);
    return { load, outcomes, console: subject.console };
  });
  expect(result.load).toEqual({
    status: 'loaded',
    exports: { 'poignee/accept.js': ['calculerAccept'] },
    functions: { 'poignee/accept.js': ['calculerAccept'] },
  });
  expect(result.outcomes).toMatchObject([
    { status: 'returned', value: { type: 'string', value: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' } },
  ]);
  expect(result.console).toEqual([
    {
      level: 'log',
      text: 'clé dGhlIHNhbXBsZSBub25jZQ==',
      location: { file: 'poignee/accept.js', line: 4, column: expect.any(Number) as number },
    },
  ]);
});

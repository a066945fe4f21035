// The support tables: what MDN's data says of each engine, in each of the forms that it says it.
import { describe, expect, test } from 'vitest';
import { readSupport, supportOf, type SupportTableName } from './browser-support.ts';

const row = (name: SupportTableName, key: string) =>
  readSupport(name).rows.find((candidate) => candidate.key === key);

describe('readSupport()', () => {
  test.each(['navigateurs', 'serveurs'] as const)('%s fits a slide and is dated', (name) => {
    const { engines, rows, versions } = readSupport(name);
    expect(rows.length).toBeLessThanOrEqual(7);
    for (const { support } of rows) expect(support).toHaveLength(engines.length);
    expect(versions.mdnDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(versions.mdn).toMatch(/^\d+\.\d+\.\d+$/);
    expect(versions.baseline).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('knows since when each browser speaks RFC 6455, which « Firefox 6 » and « Chrome 14 » did not', () => {
    expect(row('navigateurs', 'api.WebSocket.protocol_rfc_6455')).toMatchObject({
      baseline: { status: 'widely', low: '2015-07-29' },
      support: ['16', '12', '11', '6'].map((since) => ({ status: 'yes', since })),
    });
  });

  test('takes Baseline of the key itself, not of the whole feature', () => {
    const { baseline } = row('navigateurs', 'api.WebTransport') ?? {};
    expect(baseline).toMatchObject({ low: '2026-03-24' });
    expect(row('navigateurs', 'api.WebSocketStream')?.baseline).toEqual({ status: 'none' });
  });

  test('says of the runtimes what MDN says, and nothing where it is silent', () => {
    const [node, deno, bun] = row('serveurs', 'api.WebSocketStream')?.support ?? [];
    expect(node).toEqual({ status: 'unknown' });
    expect(deno).toMatchObject({ status: 'flag' });
    expect(bun).toEqual({ status: 'unknown' });
    expect(row('serveurs', 'api.WebSocket')?.support[0]).toEqual({ status: 'yes', since: '22' });
  });
});

describe('supportOf()', () => {
  const base = { version_added: '7', flags: [], partial_implementation: false };

  test.each([
    ['a version', [base], { status: 'yes', since: '7' }],
    [
      'a version of three numbers',
      [{ ...base, version_added: '22.0.0' }],
      { status: 'yes', since: '22' },
    ],
    [
      'a version that ends with a zero',
      [{ ...base, version_added: '10' }],
      { status: 'yes', since: '10' },
    ],
    ['a preview', [{ ...base, version_added: 'preview' }], { status: 'yes', since: 'preview' }],
    ['nothing said', undefined, { status: 'unknown' }],
    ['« no »', [{ ...base, version_added: false as const }], { status: 'no' }],
    ['« not known »', [{ ...base, version_added: null }], { status: 'unknown' }],
    ['a removed feature', [{ ...base, version_removed: '9' }], { status: 'no' }],
    ['a prefixed feature', [{ ...base, prefix: 'Moz' }], { status: 'no' }],
    ['another name', [{ ...base, alternative_name: 'MozWebSocket' }], { status: 'no' }],
    ['an option', [{ ...base, flags: [{}] }], { status: 'flag', since: '7' }],
    [
      'a partial one',
      [{ ...base, partial_implementation: true }],
      { status: 'partial', since: '7' },
    ],
    [
      'a whole one after a prefixed one',
      [
        { ...base, version_added: '11' },
        { ...base, prefix: 'Moz' },
      ],
      { status: 'yes', since: '11' },
    ],
    [
      'a whole one beside one with an option',
      [
        { ...base, version_added: '20', flags: [{}] },
        { ...base, version_added: '22' },
      ],
      { status: 'yes', since: '22' },
    ],
  ])('reads %s', (_, statements, expected) => {
    expect(supportOf(statements)).toEqual(expected);
  });
});

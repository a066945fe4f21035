// Our digests and chance against Node's.
import * as nodeCrypto from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import crypto from './index.ts';
import { completeWebCrypto } from './webcrypto.ts';

const ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha384', 'sha512', 'SHA1', 'SHA-1'] as const;

/** What a program may tell an error by. */
function refusalOf(run: () => unknown): unknown {
  try {
    run();
    return 'no error';
  } catch (error) {
    const { name, code, message } = error as Error & { code?: unknown };
    return { name, code, message };
  }
}

describe('digests', () => {
  test.each(ALGORITHMS)('%s and its HMAC are Node’s, for any bytes in any pieces', (name) => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 4 }),
        fc.uint8Array(),
        (pieces, key) => {
          const ours = [crypto.createHash(name), crypto.createHmac(name, key)];
          const theirs = [nodeCrypto.createHash(name), nodeCrypto.createHmac(name, key)];
          for (const running of [...ours, ...theirs])
            for (const piece of pieces) running.update(piece);
          expect(ours.map((running) => running.digest('hex'))).toEqual(
            theirs.map((running) => running.digest('hex')),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test('digest() gives a Buffer without encoding, and copy() leaves the original going', () => {
    const running = crypto.createHash('sha1').update('bon');
    const copy = running.copy().update('jour');
    expect(copy.digest('base64')).toBe(
      nodeCrypto.createHash('sha1').update('bonjour').digest('base64'),
    );
    expect(running.digest().toString('hex')).toBe(
      nodeCrypto.createHash('sha1').update('bon').digest('hex'),
    );
  });

  test.each<[what: string, run: (c: typeof nodeCrypto) => unknown]>([
    ['an unknown algorithm', (c) => c.createHash('nope')],
    ['a number to hash', (c) => c.createHash('sha1').update(5 as never)],
    [
      'a digest taken twice',
      (c) =>
        [1, 2].map(
          (
            (running) => () =>
              running.digest()
          )(c.createHash('sha1')),
        ),
    ],
    ['different lengths to compare', (c) => c.timingSafeEqual(Buffer.from('a'), Buffer.from('ab'))],
    ['an ArrayBuffer to hash', (c) => c.createHash('sha1').update(new ArrayBuffer(2) as never)],
    ['an HMAC without a key', (c) => c.createHmac('sha1', undefined as never)],
    ['an HMAC of an unknown algorithm', (c) => c.createHmac('nope', 'k')],
    ['a number to hash at once', (c) => c.hash('sha1', 5 as never)],
    ['an unknown algorithm at once', (c) => c.hash('nope', 'a')],
    ['a negative size', (c) => c.randomBytes(-1)],
    ['an empty range', (c) => c.randomInt(5, 5)],
  ])('%s is refused as Node refuses it', (_title, run) => {
    const ours = refusalOf(() => run(crypto as unknown as typeof nodeCrypto));
    expect(ours).toEqual(refusalOf(() => run(nodeCrypto)));
    expect(ours).not.toBe('no error');
  });

  test('digest() takes an encoding that it does not know for none, as Node does', () => {
    for (const { createHash, createHmac } of [crypto, nodeCrypto as unknown as typeof crypto]) {
      for (const running of [createHash('sha1'), createHmac('sha1', 'k')]) {
        expect(running.digest('bas64' as 'base64')).toHaveLength(20);
      }
    }
  });
});

describe('chance', () => {
  test('randomInt stays in its range and reaches both ends', () => {
    const drawn = new Set(Array.from({ length: 300 }, () => crypto.randomInt(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5]);
  });

  test('randomBytes fills more than one quota of the browser', () => {
    const bytes = crypto.randomBytes(200_000);
    expect(new Set(bytes?.subarray(150_000)).size).toBeGreaterThan(200);
  });

  test('randomUUID has the version and the variant of RFC 9562', () => {
    expect(crypto.randomUUID()).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });

  test('randomFillSync fills the part that it is asked for', () => {
    const filled = crypto.randomFillSync(new Uint8Array(64), 32);
    expect(filled.subarray(0, 32).every((byte) => byte === 0)).toBe(true);
    expect(filled.subarray(32).some((byte) => byte !== 0)).toBe(true);
  });
});

describe('the web’s own crypto', () => {
  test('subtle.digest works where the browser has none, on a copy of its input', async () => {
    const bytes = new TextEncoder().encode('bonjour');
    const digest = crypto.subtle.digest({ name: 'SHA-256' }, bytes);
    bytes.fill(0);
    expect(Buffer.from(await digest).toString('hex')).toBe(
      nodeCrypto.createHash('sha256').update('bonjour').digest('hex'),
    );
  });

  test('an unknown digest is rejected by the standard’s name', async () => {
    await expect(crypto.subtle.digest('MD5', new Uint8Array(1))).rejects.toMatchObject({
      name: 'NotSupportedError',
    });
  });

  test('completing adds what is missing and replaces nothing', () => {
    const own = () => 'mine';
    const target: { randomUUID: () => string; subtle?: unknown } = { randomUUID: own };
    completeWebCrypto(target);
    expect(target.randomUUID).toBe(own);
    expect(target.subtle).toBe(crypto.subtle);
  });
});

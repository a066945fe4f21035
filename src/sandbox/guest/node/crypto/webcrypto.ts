// The Web Crypto of an insecure context: `subtle.digest`, which students rightly use, on the same hashes.
import { nodeError } from '../errors.ts';
import { findAlgorithm, toBytes } from './hash.ts';
import { getRandomValues, randomUUID } from './random.ts';

const DIGESTS = new Set(['sha-1', 'sha-256', 'sha-384', 'sha-512']);

async function digest(
  algorithm: string | { readonly name: string },
  data: unknown,
): Promise<ArrayBuffer> {
  const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
  const found = DIGESTS.has(name.toLowerCase()) ? findAlgorithm(name) : undefined;
  if (found === undefined) {
    throw nodeError(Error, 'ERR_NOT_SUPPORTED', 'Unrecognized algorithm name', {
      name: 'NotSupportedError',
    });
  }
  // A copy: the caller may overwrite its bytes as soon as the call has returned.
  const bytes = toBytes(data, 'data').slice();
  await Promise.resolve();
  return found(bytes).slice().buffer;
}

export const subtle = { digest };
export const webcrypto = { subtle, getRandomValues, randomUUID };

/** Adds to the realm's own `crypto` what an insecure context lacks; what is there stays. */
export function completeWebCrypto(target: object): void {
  for (const [name, value] of Object.entries({ subtle, randomUUID })) {
    if (!(name in target) || (target as Record<string, unknown>)[name] === undefined) {
      Object.defineProperty(target, name, {
        value,
        configurable: true,
        writable: true,
        enumerable: true,
      });
    }
  }
}

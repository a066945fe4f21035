// `createHash` and `createHmac` on @noble/hashes: they work on plain http, where the browser's own are missing.
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

import { view, Buffer } from '../buffer/index.ts';
import { findEncoding, requireEncoding } from '../buffer/encodings.ts';
import { invalidArgumentType, nodeError } from '../errors.ts';

/** Node's words for what its digests take, and its keys. */
const BYTES = 'of type string or an instance of Buffer, TypedArray, or DataView';
const KEY =
  'of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey';

type Algorithm = typeof sha1 | typeof sha256 | typeof sha512;
type Running = { update(bytes: Uint8Array): unknown; digest(): Uint8Array; clone(): Running };
type DigestEncoding = 'buffer' | BufferEncoding;

const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map<string, Algorithm>([
  ['md5', md5],
  ['sha1', sha1],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
]);

/** Names as OpenSSL takes them: `sha1`, `SHA1`, `SHA-1`, `RSA-SHA1`. */
export function findAlgorithm(name: string): Algorithm | undefined {
  return ALGORITHMS.get(name.toLowerCase().replace(/^rsa-/, '').replace(/^sha-/, 'sha'));
}

/** The bytes of a string or of a view; `null` for anything else. */
function bytesOf(data: unknown, encoding?: unknown): Uint8Array | null {
  // As in Node, an unknown encoding counts as UTF-8 here.
  if (typeof data === 'string')
    return (findEncoding(encoding) ?? requireEncoding('utf8')).encode(data);
  if (!ArrayBuffer.isView(data)) return null;
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** As `bytesOf`, and of an `ArrayBuffer`; `expected` is what the error says it wants. */
export function toBytes(data: unknown, name: string, expected = BYTES): Uint8Array {
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : bytesOf(data);
  if (bytes === null) throw invalidArgumentType(name, expected, data);
  return bytes;
}

/** As in Node, an encoding that does not exist counts as none. */
function finish(digest: Uint8Array, encoding: unknown): Buffer | string {
  const bytes = view(digest);
  return findEncoding(encoding)?.decode(bytes) ?? bytes;
}

function inputBytes(data: unknown, name: string, encoding?: string): Uint8Array {
  const bytes = bytesOf(data, encoding);
  if (bytes === null) throw invalidArgumentType(name, BYTES, data);
  return bytes;
}

function alreadyCalled(): Error {
  return nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
}

/** One digest in progress; `digest()` ends it. */
class Hash {
  static readonly name = 'Hash';
  readonly #running: Running;
  #isFinished = false;

  constructor(running: Running) {
    this.#running = running;
  }

  update(data: unknown, encoding?: string): this {
    if (this.#isFinished) throw alreadyCalled();
    this.#running.update(inputBytes(data, 'data', encoding));
    return this;
  }

  digest(encoding?: DigestEncoding): Buffer | string {
    if (this.#isFinished) throw alreadyCalled();
    this.#isFinished = true;
    return finish(this.#running.digest(), encoding);
  }

  copy(): Hash {
    if (this.#isFinished) throw alreadyCalled();
    return new Hash(this.#running.clone());
  }
}

/** A second `digest()` gives nothing instead of throwing: Node keeps that for old code. */
class Hmac {
  static readonly name = 'Hmac';
  readonly #running: Running;
  #isFinished = false;

  constructor(running: Running) {
    this.#running = running;
  }

  update(data: unknown, encoding?: string): this {
    if (this.#isFinished) throw alreadyCalled();
    this.#running.update(inputBytes(data, 'data', encoding));
    return this;
  }

  digest(encoding?: DigestEncoding): Buffer | string {
    if (this.#isFinished) return finish(new Uint8Array(0), encoding);
    this.#isFinished = true;
    return finish(this.#running.digest(), encoding);
  }
}

export function createHash(name: unknown): Hash {
  if (typeof name !== 'string') throw invalidArgumentType('algorithm', 'of type string', name);
  const algorithm = findAlgorithm(name);
  // OpenSSL's own error, without a code.
  if (algorithm === undefined) throw new Error('Digest method not supported');
  return new Hash(algorithm.create());
}

export function createHmac(name: unknown, key: unknown): Hmac {
  if (typeof name !== 'string') throw invalidArgumentType('hmac', 'of type string', name);
  const algorithm = findAlgorithm(name);
  if (algorithm === undefined)
    throw nodeError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`);
  return new Hmac(hmac.create(algorithm, toBytes(key, 'key', KEY)));
}

/** One call for a whole digest. Hexadecimal by default. */
export function hash(
  name: string,
  data: unknown,
  encoding: DigestEncoding | { outputEncoding?: DigestEncoding } = 'hex',
): Buffer | string {
  const output = typeof encoding === 'string' ? encoding : (encoding.outputEncoding ?? 'hex');
  const algorithm = findAlgorithm(name);
  const bytes = inputBytes(data, 'input');
  if (algorithm === undefined) throw new Error(`Digest method ${name} is not supported`);
  return finish(algorithm(bytes), output);
}

export function getHashes(): string[] {
  return [...ALGORITHMS.keys()];
}

/** Compares without telling by its time where the difference is. */
export function timingSafeEqual(left: unknown, right: unknown): boolean {
  const expected = 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView';
  if (!ArrayBuffer.isView(left) && !(left instanceof ArrayBuffer))
    throw invalidArgumentType('buf1', expected, left);
  if (!ArrayBuffer.isView(right) && !(right instanceof ArrayBuffer))
    throw invalidArgumentType('buf2', expected, right);
  const [first, second] = [toBytes(left, 'buf1'), toBytes(right, 'buf2')];
  if (first.length !== second.length) {
    throw nodeError(
      RangeError,
      'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
      'Input buffers must have the same byte length',
    );
  }
  let difference = 0;
  for (let index = 0; index < first.length; index++)
    difference |= (first[index] ?? 0) ^ (second[index] ?? 0);
  return difference === 0;
}

export { Buffer, Hash, Hmac };

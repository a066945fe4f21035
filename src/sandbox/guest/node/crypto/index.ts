// `node:crypto`: digests and chance, nothing that needs keys.
import { createHash, createHmac, getHashes, Hash, hash, Hmac, timingSafeEqual } from './hash.ts';
import {
  getRandomValues,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
} from './random.ts';
import { subtle, webcrypto } from './webcrypto.ts';

const crypto = {
  createHash,
  createHmac,
  getHashes,
  hash,
  Hash,
  Hmac,
  timingSafeEqual,
  randomBytes,
  pseudoRandomBytes: randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  getRandomValues,
  subtle,
  webcrypto,
};
export default crypto;

// A code and the secret that proves it: the code is the fingerprint of the secret, so that no table of secrets is kept.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LIVE_CODE_LENGTH, type LiveHolding } from '../../live/index.ts';

const SECRET_BYTES = 32;
/** RFC 4648 §6, in lower case. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 5;

export function drawHolding(): LiveHolding {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { code: codeOf(secret), secret };
}

/** Whether the secret is the code's, in the same time whatever the answer and whoever holds the code. */
export function isGenuine({ code, secret }: LiveHolding): boolean {
  return timingSafeEqual(Buffer.from(codeOf(secret)), Buffer.from(code));
}

function codeOf(secret: string): string {
  const digest = createHash('sha256').update(`trame live ${secret}`).digest();
  let code = '';
  for (let index = 0; index < LIVE_CODE_LENGTH; index++) {
    const bit = index * BITS;
    // 16 bits hold any group of 5, wherever it begins in its byte.
    const pair = digest.readUInt16BE(bit >> 3);
    code += BASE32.charAt((pair >> (16 - BITS - (bit & 7))) & 31);
  }
  return code;
}

// What a student would otherwise run: ten assertions on the same function, in a test runner started cold.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const accept = (key: string): string =>
  createHash('sha1')
    .update(key.trim() + GUID)
    .digest('base64');

for (let i = 0; i < 10; i++) {
  test(`the accept value of key ${i} is the same twice`, () => {
    const key = Buffer.alloc(16, i).toString('base64');
    expect(accept(key)).toBe(accept(` ${key} `));
  });
}

// The gate alone: answers cut anywhere, and heads that never end.
import { expect, test } from 'vitest';
import { ResponseGate } from './response-gate.ts';
import { MAX_RESPONSE_HEAD } from './response-head.ts';

const HEAD = 'HTTP/1.1 101 Ok\r\nUpgrade: websocket\r\n\r\n';
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

test('an answer cut anywhere opens the gate at its empty line, and what follows is kept', () => {
  const answer = bytes(`${HEAD}\x81\x00`);
  for (let cut = 0; cut < HEAD.length; cut++) {
    const gate = new ResponseGate();
    expect(gate.push(answer.subarray(0, cut))).toBeNull();
    expect(gate.push(answer.subarray(cut))).toEqual({
      outcome: { kind: 'upgrade', head: HEAD, removed: [] },
      rest: bytes('\x81\x00'),
    });
  }
});

test('a head of 16 KiB passes; one byte more is refused, even without an end', () => {
  const fill = 'x'.repeat(MAX_RESPONSE_HEAD - HEAD.length - 'A: \r\n'.length);
  const largest = HEAD.replace('\r\n\r\n', `\r\nA: ${fill}\r\n\r\n`);
  expect(largest).toHaveLength(MAX_RESPONSE_HEAD);
  expect(new ResponseGate().push(bytes(largest))).toMatchObject({ outcome: { removed: ['A'] } });
  const gate = new ResponseGate();
  expect(gate.push(bytes(largest.slice(0, -2)))).toBeNull();
  expect(gate.push(bytes('xyz'))).toMatchObject({ outcome: { warning: 'head-too-large' } });
});

test('silence and half a head are told apart', () => {
  const gate = new ResponseGate();
  expect(gate.missing).toBe('no-head');
  gate.push(bytes('HTTP/1.1 101 Ok\n\n'));
  expect(gate.missing).toBe('unfinished-head');
});

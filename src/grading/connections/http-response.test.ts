import { describe, expect, test } from 'vitest';

import type { ConversationState } from './conversation.ts';
import { isAnswered, missingBody } from './http-response.ts';

const received = (text: string, state: ConversationState = 'open') => ({
  text: text.replaceAll('|', '\r\n'),
  state,
});

describe('missingBody()', () => {
  test.each<[string, string, ConversationState, unknown]>([
    ['a length that is there', 'HTTP/1.1 200 OK|Content-Length: 2||ok', 'open', null],
    ['a length of nothing', 'HTTP/1.1 426 x|content-length: 0||', 'open', null],
    [
      'a length that is not there',
      'HTTP/1.1 200 OK|Content-Length: 5||ok',
      'ended',
      { kind: 'length', announced: 5, received: 2 },
    ],
    ['all chunks', 'HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|0||', 'open', null],
    [
      'chunks whose data look like an end',
      'HTTP/1.1 200 OK|Transfer-Encoding: chunked||5|0||x|',
      'open',
      { kind: 'last-chunk' },
    ],
    ['no length, while it may go on', 'HTTP/1.1 200 OK|||ok', 'open', { kind: 'end' }],
    ['no length, at the end', 'HTTP/1.1 200 OK||ok', 'ended', null],
    ['no length, when cut', 'HTTP/1.1 200 OK||ok', 'reset', { kind: 'end' }],
    ['a status that has no body', 'HTTP/1.1 101 x|Upgrade: websocket||', 'open', null],
  ])('with %s', (_, text, state, missing) => {
    expect(missingBody(received(text, state))).toEqual(missing);
  });
});

describe('isAnswered()', () => {
  test('waits for the empty line, then for the body, unless the connection is over', () => {
    expect(isAnswered(received('HTTP/1.1 200 OK|Content-Length: 0|'))).toBe(false);
    expect(isAnswered(received('HTTP/1.1 200 OK|Content-Length: 1||'))).toBe(false);
    expect(isAnswered(received('HTTP/1.1 200 OK|Content-Length: 1||x'))).toBe(true);
    expect(isAnswered(received('HTTP', 'reset'))).toBe(true);
  });
});

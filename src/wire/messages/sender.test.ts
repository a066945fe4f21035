import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatHex, parseHex } from '../hex.ts';
import { Receiver } from './receiver.ts';
import { Sender } from './sender.ts';
import { encodeUtf8 } from './utf8.ts';

const KEY = parseHex('37 fa 21 3d');

function server(): Sender {
  return new Sender({ role: 'server' });
}

test('a server sends the frames of RFC 6455 §5.7', () => {
  const sender = server();
  expect(formatHex(sender.text('Hello'))).toBe('81 05 48 65 6c 6c 6f');
  expect(formatHex(sender.ping(encodeUtf8('Hello')))).toBe('89 05 48 65 6c 6c 6f');
  expect(formatHex(sender.beginMessage('text', encodeUtf8('Hel')))).toBe('01 03 48 65 6c');
  expect(formatHex(sender.pong())).toBe('8a 00');
  expect(formatHex(sender.endMessage(encodeUtf8('lo')))).toBe('80 02 6c 6f');
  expect(formatHex(sender.binary(new Uint8Array(256)).subarray(0, 4))).toBe('82 7e 01 00');
  expect(formatHex(sender.close(1000, 'bye'))).toBe('88 05 03 e8 62 79 65');
});

test('a client masks each frame with the next key [RFC 6455 §5.3]', () => {
  const keys = [KEY, parseHex('00 00 00 00')];
  const sender = new Sender({ role: 'client', nextMaskingKey: () => keys.shift() ?? KEY });
  expect(formatHex(sender.text('Hello'))).toBe('81 85 37 fa 21 3d 7f 9f 4d 51 58');
  expect(formatHex(sender.text('Hello'))).toBe('81 85 00 00 00 00 48 65 6c 6c 6f');
  expect(formatHex(sender.close())).toBe('88 80 37 fa 21 3d');
});

test('a masking key of the wrong size is refused', () => {
  const sender = new Sender({ role: 'client', nextMaskingKey: () => new Uint8Array(3) });
  expect(() => sender.ping()).toThrow(expect.objectContaining({ code: 'masking-key-size' }));
});

describe('a sender refuses to break a rule:', () => {
  test.each<[string, (sender: Sender) => unknown]>([
    ['no-message-in-progress', (sender) => sender.continueMessage(KEY)],
    ['no-message-in-progress', (sender) => sender.endMessage(KEY)],
    ['message-in-progress', (sender) => [sender.beginMessage('text', KEY), sender.text('')]],
    [
      'message-in-progress',
      (sender) => [sender.beginMessage('text', KEY), sender.beginMessage('text', KEY)],
    ],
    ['no-message-in-progress', (sender) => [sender.text(''), sender.endMessage(KEY)]],
    ['control-payload-too-long', (sender) => sender.ping(new Uint8Array(126))],
    ['control-payload-too-long', (sender) => sender.pong(new Uint8Array(126))],
    ['close-code-not-sendable', (sender) => sender.close(1006)],
    ['close-already-sent', (sender) => [sender.close(), sender.text('')]],
    ['close-already-sent', (sender) => [sender.close(), sender.endMessage(KEY)]],
    ['close-already-sent', (sender) => [sender.close(), sender.ping()]],
    ['close-already-sent', (sender) => [sender.close(), sender.close()]],
  ])('%s', (code, action) => {
    expect(() => action(server())).toThrow(expect.objectContaining({ code, closeCode: null }));
  });

  test('and a refused call leaves the sender as it was', () => {
    const sender = server();
    expect(() => sender.close(1006)).toThrow();
    expect(() => sender.ping(new Uint8Array(126))).toThrow();
    expect(formatHex(sender.text(''))).toBe('81 00');
  });
});

test('a Close may come in the middle of a message [RFC 6455 §5.4]', () => {
  const sender = server();
  sender.beginMessage('binary', KEY);
  expect(formatHex(sender.close(1001))).toBe('88 02 03 e9');
});

const key = fc.uint8Array({ minLength: 4, maxLength: 4 });

test('what one end sends, in fragments of any size, the other end receives', () => {
  const fragments = fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fragments, key, fc.boolean(), (parts, maskingKey, fromClient) => {
      const client = { role: 'client', nextMaskingKey: () => maskingKey } as const;
      const sender = new Sender(fromClient ? client : { role: 'server' });
      const receiver = new Receiver({ role: fromClient ? 'server' : 'client' });
      const frames = parts.map((part, i) => {
        if (i === 0) return sender.beginMessage('binary', part);
        return i === parts.length - 1 ? sender.endMessage(part) : sender.continueMessage(part);
      });
      const messages = receiver
        .push(Buffer.concat(frames))
        .filter(({ type }) => type === 'message');
      const data = new Uint8Array(Buffer.concat(parts));
      expect(messages).toEqual([{ type: 'message', kind: 'binary', data }]);
    }),
  );
});

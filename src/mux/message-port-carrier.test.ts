// What only a MessagePort can do wrong; its contract is in `mux-carriers.test.ts`.
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { messagePortCarrier, type MessagePortLike } from './message-port-carrier.ts';
import { createMux } from './mux.ts';

test.each([
  ['a string', 'hello'],
  ['an object', { type: 1 }],
  ['a view instead of a buffer', new Uint8Array(5)],
])('the port carrier closes on %s', async (_what, message) => {
  const { port1, port2 } = new MessageChannel();
  const mux = createMux(messagePortCarrier(port2), { side: 'accepter' });
  port1.postMessage(message);
  expect(await mux.closed).toEqual({ by: 'peer', violation: null });
});

test('the port carrier transfers frames, and copies only a view on a larger buffer', () => {
  const { port1, port2 } = new MessageChannel();
  const carrier = messagePortCarrier(port1);
  const whole = new Uint8Array([7, 0, 0, 0, 1]);
  const shared = new Uint8Array(64);
  carrier.send(whole);
  carrier.send(shared.subarray(0, 5));
  expect(whole.length).toBe(0);
  expect(shared.length).toBe(64);
  carrier.close();
  port2.close();
});

test('closing says goodbye, for browsers that tell nothing of a closed port', async () => {
  const { port1, port2 } = new MessageChannel();
  const near = messagePortCarrier(port1);
  // A port whose `close` event never comes.
  const mute: MessagePortLike = {
    postMessage: (message, transfer) => {
      port2.postMessage(message, transfer);
    },
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
      if (type === 'message') port2.addEventListener('message', listener);
    },
    start: () => {
      port2.start();
    },
    close: () => {
      port2.close();
    },
  };
  const mux = createMux(messagePortCarrier(mute), { side: 'accepter' });
  near.close();
  expect(await mux.closed).toEqual({ by: 'peer', violation: null });
});

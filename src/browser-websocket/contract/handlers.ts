// The `on…` properties.
import { once, type ContractCase } from './world.ts';

export const HANDLERS_CASES: readonly ContractCase[] = [
  {
    title: 'an on… property holds one handler, at the place of the first, and null removes it',
    run: async ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base}/hello`);
      const calls: string[] = [];
      const before = socket.onopen;
      socket.onopen = () => calls.push('first');
      socket.addEventListener('open', () => calls.push('listener'));
      socket.onopen = () => calls.push('second');
      socket.onmessage = () => calls.push('never');
      socket.onmessage = null;
      (socket as unknown as { onerror: unknown }).onerror = 'no function';
      await once(socket, 'message');
      socket.close();
      return [before, calls, socket.onmessage, socket.onerror, typeof socket.onopen];
    },
    expected: [null, ['second', 'listener'], null, null, 'function'],
  },
  {
    title:
      'an on… property that was null comes after the listeners of that time, and holds any object',
    run: async ({ WebSocket, base }) => {
      const socket = new WebSocket(`${base}/hello`);
      const calls: string[] = [];
      socket.onopen = () => calls.push('first');
      socket.addEventListener('open', () => calls.push('listener'));
      socket.onopen = null;
      socket.onopen = () => calls.push('second');
      (socket as unknown as { onmessage: object }).onmessage = {
        handleEvent: () => calls.push('never'),
      };
      await once(socket, 'message');
      socket.close();
      return [calls, typeof socket.onmessage];
    },
    expected: [['listener', 'second'], 'object'],
  },
];

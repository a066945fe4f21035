// How a connection ends: half-closed, closed, reset, and what each side is told.
import type { ConformanceCase } from '../conformance-case.ts';
import { event } from '../guest.fixture.ts';
import { codeOf, connectedPair, history, textOf } from './net.fixture.ts';

export const ENDING_CASES: readonly ConformanceCase[] = [
  {
    title: 'end() is a half-close: with allowHalfOpen the other side still writes',
    async run(node) {
      const { client, accepted } = await connectedPair(node, { allowHalfOpen: true });
      accepted.resume();
      client.end('fin');
      await event(accepted, 'end');
      const states = [accepted.readyState, accepted.writable, accepted.readable];
      const reply = textOf(client);
      accepted.end('apr\u00e8s');
      return [states, (await reply).length];
    },
    expected: [['writeOnly', true, false], 6],
  },
  {
    title: 'without allowHalfOpen the end of one side ends the other',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const [left, right] = [history(client), history(accepted)];
      client.resume();
      accepted.resume();
      client.end();
      return [await left.closed, await right.closed];
    },
    expected: [
      ['finish', 'end', 'close false'],
      ['end', 'finish', 'close false'],
    ],
  },
  {
    title: 'writing after the peer has ended us gives EPIPE',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      accepted.resume();
      client.end();
      await event(accepted, 'end');
      const closed = history(accepted).closed;
      const callbackCode = await new Promise((resolve) =>
        accepted.write('trop tard', (error) => {
          resolve(codeOf(error));
        }),
      );
      client.destroy();
      return [callbackCode, (await closed).filter((name) => name.startsWith('error'))];
    },
    expected: ['EPIPE', ['error EPIPE']],
  },
  {
    title: 'destroy() ends the peer without an error',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const closed = history(accepted).closed;
      accepted.resume();
      client.destroy();
      return [await closed, client.destroyed, client.readyState];
    },
    expected: [['end', 'finish', 'close false'], true, 'closed'],
  },
  {
    title: 'resetAndDestroy() gives the peer ECONNRESET',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const closed = history(accepted).closed;
      accepted.resume();
      client.resetAndDestroy();
      return closed;
    },
    expected: ['error ECONNRESET', 'close true'],
  },
  {
    title: 'a socket that reads nothing hears of the reset when it writes',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const { names, closed } = history(accepted);
      accepted.pause();
      client.write('unread');
      client.resetAndDestroy();
      await event(client, 'close');
      await new Promise((resolve) => setTimeout(resolve, 5));
      accepted.write('a');
      await closed;
      return [names.length, names.at(-1)];
    },
    expected: [2, 'close true'],
  },
  {
    title: 'what was written before resetAndDestroy() arrives before ECONNRESET',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      const { names, closed } = history(accepted);
      accepted.on('data', (chunk: Buffer) => names.push(chunk.toString()));
      client.write('au revoir');
      client.resetAndDestroy();
      return closed;
    },
    expected: ['au revoir', 'error ECONNRESET', 'close true'],
  },
  {
    title: 'writing to a socket that the peer has destroyed ends in an error, at a later write',
    async run(node) {
      const { client, accepted } = await connectedPair(node, { allowHalfOpen: true });
      const { names, closed } = history(accepted);
      accepted.resume();
      client.destroy();
      await event(accepted, 'end');
      accepted.write('personne');
      await new Promise((resolve) => setTimeout(resolve, 20));
      const before = [...names];
      accepted.write('toujours personne');
      return [before, await closed];
    },
    expected: [['end'], ['end', 'error EPIPE', 'close true']],
  },
  {
    title: 'destroy(error) emits that error, then close',
    async run(node) {
      const { client, accepted } = await connectedPair(node);
      accepted.on('error', () => undefined);
      accepted.resume();
      const closed = history(client).closed;
      client.destroy(Object.assign(new Error('assez'), { code: 'MOI' }));
      return closed;
    },
    expected: ['error MOI', 'close true'],
  },
];

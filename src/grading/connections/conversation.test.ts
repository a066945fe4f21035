import { describe, expect, test } from 'vitest';

import { Conversation } from './conversation.ts';

/** The server's side of a connection, driven by hand. */
function connection() {
  const up = new TransformStream<Uint8Array, Uint8Array>();
  const controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
  const cancelled = Promise.withResolvers<undefined>();
  const readable = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controllers.push(controller);
    },
    cancel: () => {
      cancelled.resolve(undefined);
    },
  });
  const [server] = controllers;
  if (server === undefined) throw new Error('start() is called at once');
  const conversation = new Conversation({ readable, writable: up.writable });
  return { conversation, server, heard: up.readable.getReader(), cancelled: cancelled.promise };
}

/** Lets what was enqueued be read. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('Conversation', () => {
  test('keeps all that came, in order, as bytes and as latin1', async () => {
    const { conversation, server } = connection();
    server.enqueue(latin1('HTTP/1.1 '));
    server.enqueue(Uint8Array.of(0xe9, 0x0d));
    await turn();
    expect(conversation.text).toBe('HTTP/1.1 é\r');
    expect(conversation.length).toBe(11);
    expect(conversation.bytes.at(-2)).toBe(0xe9);
    expect(conversation.bytesFrom(7)).toEqual(Uint8Array.of(0x31, 0x20, 0xe9, 0x0d));
    expect(conversation.bytesFrom(10)).toEqual(Uint8Array.of(0x0d));
    expect(conversation.bytesFrom(11)).toHaveLength(0);
    expect(conversation.state).toBe('open');
  });

  test('tells the end of the stream from a cut, and keeps what came before', async () => {
    const [ended, cut] = [connection(), connection()];
    ended.server.enqueue(latin1('fin'));
    ended.server.close();
    cut.server.enqueue(latin1('net'));
    await turn();
    cut.server.error(new Error('ECONNRESET'));
    await turn();
    expect([ended.conversation.state, ended.conversation.text]).toEqual(['ended', 'fin']);
    expect([cut.conversation.state, cut.conversation.text]).toEqual(['reset', 'net']);
  });

  test('sends copies, text as latin1, then an end', async () => {
    const { conversation, heard } = connection();
    const bytes = Uint8Array.of(1, 2);
    const sent = conversation.send(bytes);
    bytes[0] = 9;
    expect((await heard.read()).value).toEqual(Uint8Array.of(1, 2));
    await sent;
    void conversation.send('é');
    expect((await heard.read()).value).toEqual(Uint8Array.of(0xe9));
    void conversation.end();
    expect((await heard.read()).done).toBe(true);
  });

  test('a reset is both an abort of what is sent and a refusal of what comes', async () => {
    const { conversation, heard, cancelled } = connection();
    const closed = heard.closed.then(
      () => 'ended',
      () => 'cut',
    );
    await conversation.reset();
    await cancelled;
    expect(await closed).toBe('cut');
    expect(conversation.state).toBe('reset');
  });

  test('what a server that is gone does not take is no error', async () => {
    const { conversation, heard } = connection();
    await heard.cancel();
    await conversation.send('perdu');
    await conversation.end();
    expect(conversation.text).toBe('');
  });
});

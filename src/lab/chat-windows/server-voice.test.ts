// What is heard of a server, byte by byte: the answer, what people wrote, the Close.
import { expect, test } from 'vitest';
import { encodeClosePayload, encodeFrame, encodeUtf8, OPCODE } from '../../wire/index.ts';
import { ServerVoice } from './server-voice.ts';

const head = (status: string): Uint8Array => encodeUtf8(`HTTP/1.1 ${status}\r\nX: y\r\n\r\n`);
const text = (value: string): Uint8Array =>
  encodeFrame({ opcode: OPCODE.text, payload: encodeUtf8(value) });

/** One byte at a time: however TCP cuts them, the same is heard. */
function hear(...pieces: readonly Uint8Array[]): ServerVoice {
  const voice = new ServerVoice();
  for (const byte of pieces.flatMap((piece) => [...piece])) voice.push(Uint8Array.of(byte));
  return voice;
}

test('nothing is known of a server that has not answered', () => {
  expect(hear(encodeUtf8('HTTP/1.1 101'))).toMatchObject({ status: null, goodbye: null });
});

test('a refusal is its status, and what follows is not read as frames', () => {
  const voice = hear(head('503 Service Unavailable'), text('{"type":"message"}'));
  expect(voice).toMatchObject({ status: 503, messages: 0 });
});

test('messages are what people wrote, not who is there', () => {
  const written = text('{"type":"message","auteur":"Ada","texte":"Bonjour"}');
  const voice = hear(head('101 Switching Protocols'), text('{"type":"presents"}'), written);
  voice.push(text('pas du JSON'));
  voice.push(text('null'));
  expect(voice).toMatchObject({ status: 101, messages: 1, goodbye: null });
});

test('the Close is said with its code and its reason [RFC 6455 §5.5.1]', () => {
  const payload = encodeClosePayload(1001, 'arrêt du serveur');
  const close = encodeFrame({ opcode: OPCODE.close, payload });
  const { goodbye } = hear(head('101 Switching Protocols'), close);
  expect(goodbye).toEqual({ code: 1001, reason: 'arrêt du serveur' });
});

test('bytes that are no frames end what is heard, without a word', () => {
  const voice = hear(head('101 Switching Protocols'), Uint8Array.of(0xff, 0xff, 0xff));
  expect(voice).toMatchObject({ status: 101, messages: 0, goodbye: null });
});

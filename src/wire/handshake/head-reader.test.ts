import { expect, test } from 'vitest';
import { ProtocolError } from '../protocol-error.ts';
import { HeadReader } from './head-reader.ts';
import { encodeLatin1 } from './latin1.ts';

const HEAD = 'GET / HTTP/1.1\r\nHost: é\r\n\r\n';

test('HeadReader gives the head and the rest, wherever the stream is cut', () => {
  const stream = encodeLatin1(`${HEAD}\x81\x00`);
  for (let cut = 0; cut <= stream.length; cut++) {
    const reader = new HeadReader();
    const first = reader.push(stream.subarray(0, cut));
    if (cut < HEAD.length) expect(first).toBeNull();
    const read = first ?? reader.push(stream.subarray(cut));
    expect(read?.text).toBe(HEAD);
    expect(read?.rest).toEqual(stream.slice(HEAD.length, first === null ? undefined : cut));
  }
});

test('HeadReader finds an empty line that begins inside a false one', () => {
  expect(new HeadReader().push(encodeLatin1('A\r\n\r\r\n\r\nB'))?.text).toBe('A\r\n\r\r\n\r\n');
});

test('HeadReader accepts a head of exactly the limit and refuses one byte more [RFC 6455 §10.4]', () => {
  expect(new HeadReader(HEAD.length).push(encodeLatin1(HEAD))?.text).toBe(HEAD);
  const tooLarge = (): unknown => new HeadReader(HEAD.length - 1).push(encodeLatin1(HEAD));
  expect(tooLarge).toThrow(ProtocolError);
  expect(tooLarge).toThrow(expect.objectContaining({ code: 'head-too-large' }));
});

test('HeadReader refuses an endless head as soon as it passes the limit', () => {
  const reader = new HeadReader(100);
  const chunk = encodeLatin1('x'.repeat(60));
  expect(reader.push(chunk)).toBeNull();
  expect(() => reader.push(chunk)).toThrow(expect.objectContaining({ code: 'head-too-large' }));
});

import { expect, test } from 'vitest';
import { liveAddresses } from './addresses.ts';

const CODE = 'abcdefghijklmnop';
const claim = (...origins: readonly string[]) => ({
  code: CODE,
  origins,
  loopbackOnly: origins.length === 0,
  restart: origins.length === 0 ? 'npm start' : null,
});
const here = (origin: string) => ({ origin, hostname: new URL(origin).hostname });

test('a page on the loopback gives phones the addresses of the network', () => {
  const lan = 'http://192.168.1.12:4321';
  expect(liveAddresses(claim(lan), here('http://localhost:4321'), '/chat')).toEqual({
    here: `http://localhost:4321/live/${CODE}/chat`,
    elsewhere: [`${lan}/live/${CODE}/chat`],
    restart: null,
  });
});

test('the address by which the page itself came is the first choice, once', () => {
  const own = 'http://10.0.0.5:4321';
  const addresses = liveAddresses(claim('http://192.168.1.12:4321', own), here(own), '/');
  expect(addresses.elsewhere).toEqual([
    `${own}/live/${CODE}/`,
    `http://192.168.1.12:4321/live/${CODE}/`,
  ]);
});

test('a server that only this machine reaches has no address for phones', () => {
  const addresses = liveAddresses(claim(), here('http://127.0.0.1:4321'), '/chat');
  expect(addresses).toMatchObject({ elsewhere: [], restart: 'npm start' });
});

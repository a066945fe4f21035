import { expect, test } from 'vitest';
import { attackWords as words } from '../../i18n/proxy-attack.ts';
import { momentsOf, type Played } from './attack-moments.ts';

const POISONED: Played = {
  keys: ['01 02 03 04', '01 02 03 05'],
  foretold: '01 02 03 06',
  payload: '46 47',
  drawn: '01 02 03 06',
  wire: '82 80',
  text: '··GET /a.js HTTP/1.1␍␊',
  request: 'GET http://cdn.exemple/a.js',
  address: 'http://cdn.exemple/a.js',
  received: 'le faux',
  isPoisoned: true,
};

test('an attack goes from the page to the browser, the proxy, and another user', () => {
  const panes = momentsOf(POISONED).map(({ pane }) => pane);
  expect(panes).toEqual(['page', 'page', 'browser', 'proxy', 'user']);
});

test('an attack that succeeds says so at each moment, and shows what is kept in the cache', () => {
  const [, , browser, proxy, user] = momentsOf(POISONED);
  expect(browser?.sentence).toBe(words.moments.sent.right);
  expect(proxy?.sentence).toBe(words.moments.proxy.fooled);
  expect(proxy?.lines.at(-1)?.text).toBe('http://cdn.exemple/a.js → le faux');
  expect(user?.sentence).toBe(words.moments.user.harmed);
});

test('an attack that fails leaves the cache empty and the other user unharmed', () => {
  const failed = {
    ...POISONED,
    drawn: '9c 11 40 77',
    request: null,
    received: 'le vrai',
    isPoisoned: false,
  };
  const [, , browser, proxy, user] = momentsOf(failed);
  expect(browser?.sentence).toBe(words.moments.sent.wrong);
  expect(proxy?.lines.map(({ text }) => text).slice(1)).toEqual([
    words.noRequest,
    words.emptyCache,
  ]);
  expect(user?.sentence).toBe(words.moments.user.safe);
});

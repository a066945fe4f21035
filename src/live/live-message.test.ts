// What tab and server may say to each other in text; all the rest is refused whole.
import { expect, test } from 'vitest';
import { parseServerMessage, parseTabMessage } from './live-message.ts';

const CODE = 'abcdefgh234567ab';
const SECRET = 'A-_'.padEnd(43, 'x');
const CLAIMED = {
  type: 'claimed',
  code: CODE,
  secret: SECRET,
  origins: ['http://192.168.1.12:4321'],
  loopbackOnly: false,
  restart: null,
};

test.each([
  ['a first claim', { type: 'claim' }],
  ['a claim of a code held before', { type: 'claim', resume: { code: CODE, secret: SECRET } }],
])('%s is read', (_what, message) => {
  expect(parseTabMessage(JSON.stringify(message))).toEqual(message);
});

test.each([
  ['no JSON', '{'],
  ['no object', 'null'],
  ['another type', '{"type":"claimed"}'],
  [
    'a code of another form',
    JSON.stringify({ type: 'claim', resume: { code: 'x', secret: SECRET } }),
  ],
  ['a short secret', JSON.stringify({ type: 'claim', resume: { code: CODE, secret: 'x' } })],
  [
    'a secret with a line break',
    JSON.stringify({ type: 'claim', resume: { code: CODE, secret: `${SECRET}\n` } }),
  ],
  ['no secret', JSON.stringify({ type: 'claim', resume: { code: CODE } })],
  ['nothing', ''],
])('%s is no message of a tab', (_what, text) => {
  expect(parseTabMessage(text)).toBeNull();
});

test.each([
  ['the answer to a claim', CLAIMED],
  ['an answer on loopback', { ...CLAIMED, origins: [], loopbackOnly: true, restart: 'npm start' }],
  ['a sign of life', { type: 'alive' }],
  ['a warning', { type: 'warning', visitor: 3, reason: 'no-head', detail: '' }],
  [
    'a warning about nobody',
    { type: 'warning', visitor: null, reason: 'too-many-visitors', detail: '200' },
  ],
])('%s is read', (_what, message) => {
  expect(parseServerMessage(JSON.stringify(message))).toEqual(message);
});

test.each([
  ['a warning of a later version', { type: 'warning', visitor: 1, reason: 'other', detail: '' }],
  ['an answer without a secret', { ...CLAIMED, secret: undefined }],
  ['another type', { type: 'hello' }],
])('%s is passed over', (_what, message) => {
  expect(parseServerMessage(JSON.stringify(message))).toBeNull();
});

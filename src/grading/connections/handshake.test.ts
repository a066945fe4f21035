import { describe, expect, test } from 'vitest';

import { computeAcceptKey, encodeLatin1 } from '../../wire/index.ts';
import { failureIn } from '../check-failure.ts';
import { createRandom } from '../random.ts';
import type { ConversationState } from './conversation.ts';
import { drawHandshake, expectStillOpen, expectUpgrade } from './handshake.ts';

const HANDSHAKE = drawHandshake(createRandom(1, 'C1'), { offer: ['chat', 'superchat'] });
const ACCEPT = computeAcceptKey(HANDSHAKE.key);
const LINES = [
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  `Sec-WebSocket-Accept: ${ACCEPT}`,
  'Sec-WebSocket-Protocol: chat',
];
const HONEST = [...LINES, '', ''].join('\r\n');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

function failureOf(text: string, state: ConversationState = 'open', otherKeys: string[] = []) {
  return failureIn(() => {
    const received = { text, state, bytes: encodeLatin1(text) };
    const expectation = { handshake: HANDSHAKE, sent: 'envoyé', otherKeys };
    expectUpgrade(received, { ...expectation, subprotocols: ['chat'] });
  });
}

describe('drawHandshake()', () => {
  test('is a request that stays short enough to be cut everywhere', () => {
    expect(HANDSHAKE.text).toMatch(/^GET \/chat HTTP\/1\.1\r\n/);
    expect(HANDSHAKE.text).toContain('Sec-WebSocket-Protocol: chat, superchat\r\n');
    expect(HANDSHAKE.text.endsWith('\r\n\r\n')).toBe(true);
    expect(HANDSHAKE.text.length).toBeLessThan(256);
  });
});

describe('expectUpgrade()', () => {
  test.each([
    ['the plain answer', HONEST],
    ['names in lower case', HONEST.replace(/^[A-Z][\w-]+(?=:)/gm, (name) => name.toLowerCase())],
    ['another phrase, or none', HONEST.replace(' Switching Protocols', '')],
    ['a list of connection options', HONEST.replace('n: Upgrade', 'n: keep-alive, upgrade')],
    ['a frame behind it', `${HONEST}\x81\x05Salut`],
  ])('accepts %s', (_, text) => {
    expect(failureOf(text)).toBeNull();
  });

  test.each([
    ['ne répond rien', ''],
    ['ne commence pas par une ligne de statut', 'Bonjour\r\n\r\n'],
    ['répond 200, comme à une requête ordinaire', HONEST.replace('101', '200')],
    ['n’annonce pas HTTP/1.1', HONEST.replace('HTTP/1.1', 'HTTP/1.0')],
    ['refuse (404)', HONEST.replace('101', '404')],
    ['finit par ␊ au lieu de ␍␊', HONEST.replaceAll('\r', '')],
    ['ligne vide qui termine l’en-tête manque', HONEST.slice(0, -2)],
    ['« Upgrade » manque', HONEST.replace('Upgrade: websocket\r\n', '')],
    ['« Connection » du 101 n’a pas la valeur', HONEST.replace('n: Upgrade', 'n: close')],
    ['« Sec-WebSocket-Accept » du 101 n’a pas', HONEST.replace(ACCEPT, HANDSHAKE.key)],
    ['Une promesse', HONEST.replace(ACCEPT, '[object Promise]')],
    [
      'écrit 2 fois',
      HONEST.replace('Sec-WebSocket-A', `Sec-WebSocket-Accept: ${ACCEPT}\r\nSec-WebSocket-A`),
    ],
    ['quel sous-protocole est choisi', HONEST.replace('Sec-WebSocket-Protocol: chat\r\n', '')],
    ['une liste de sous-protocoles', HONEST.replace('l: chat', 'l: chat, superchat')],
    ['n’a pas proposé', HONEST.replace('l: chat', 'l: chatsuperchat')],
    ['ce serveur n’accepte pas', HONEST.replace('l: chat', 'l: superchat')],
    ['écrit « null »', HONEST.replace('l: chat', 'l: null')],
    ['une extension', HONEST.replace('Upgrade:', 'Sec-WebSocket-Extensions: x\r\nUpgrade:')],
    ['ne sait pas lire ce 101', HONEST.replace('Upgrade:', 'Bonjour\r\nUpgrade:')],
    ['2 octets suivent le 101', `${HONEST}\r\n`],
    ['Un octet suit le 101', `${HONEST}\0`],
    ['Une seconde réponse HTTP', HONEST + HONEST],
  ])('says « %s »', (words, text) => {
    const failure = failureOf(text);
    expect(plain(failure?.message ?? '')).toContain(words);
    expect(failure).toMatchObject({ sent: 'envoyé' });
    for (const part of [failure?.expected, failure?.actual, failure?.hint]) {
      expect(part).not.toBeNull();
    }
  });

  test('tells an empty line too many from other bytes', () => {
    expect(failureOf(`${HONEST}\r\n`)?.hint).toContain('une chaîne vide');
    expect(failureOf(`${HONEST}\0`)?.hint).not.toContain('une chaîne vide');
  });

  test('tells how a connection without an answer ended', () => {
    expect(failureOf('', 'ended')?.message).toContain('ferme la connexion sans répondre');
    expect(failureOf('', 'reset')?.message).toContain('coupe la connexion sans répondre');
  });

  test('recognises the answer to another connection’s key', () => {
    const other = drawHandshake(createRandom(2, 'C1')).key;
    const text = HONEST.replace(ACCEPT, computeAcceptKey(other));
    expect(failureOf(text, 'open', [other])?.message).toContain('d’une autre connexion');
    expect(failureOf(text)?.message).not.toContain('d’une autre connexion');
  });

  test('takes whatever a browser would when no choice is asked for', () => {
    const received = (text: string) => ({
      text,
      state: 'open' as const,
      bytes: encodeLatin1(text),
    });
    for (const text of [HONEST, HONEST.replace('l: chat', 'l: superchat')]) {
      expect(() => {
        expectUpgrade(received(text), { handshake: HANDSHAKE, sent: '' });
      }).not.toThrow();
    }
  });
});

describe('expectStillOpen()', () => {
  test('tells an end from a cut', () => {
    const after = (state: ConversationState) =>
      failureIn(() => {
        expectStillOpen({ text: HONEST, bytes: encodeLatin1(HONEST), state }, '');
      });
    expect(after('open')).toBeNull();
    expect(after('ended')?.message).toContain('ferme');
    expect(after('reset')?.message).toContain('coupe');
  });
});

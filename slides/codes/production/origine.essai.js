// Un essai du serveur du chat, vu du réseau : `node --test`, l’adresse du serveur dans ADRESSE.
// #region essai
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocket } from 'ws';

test('une origine inconnue reçoit 403', async () => {
  const ws = new WebSocket(process.env.ADRESSE, {
    origin: 'https://pirate.example',
  });
  const ouverte = once(ws, 'open').finally(() => ws.terminate());
  await assert.rejects(ouverte, /Unexpected server response: 403/);
});
// #endregion

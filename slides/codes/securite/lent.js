// Un client qui ne lit plus ne doit pas remplir la mémoire du serveur.
import { WebSocket } from 'ws';
// #region lent
const PLAFOND = 1024 * 1024; // 1 Mio en attente

function envoyerA(client, texte) {
  if (client.readyState !== WebSocket.OPEN) return;
  if (client.bufferedAmount > PLAFOND) client.terminate();
  else client.send(texte);
}
// #endregion

export { envoyerA };

// À réparer : la place d’un client dans un tableau change quand un autre part (le support de 2013, avec `ws`).
import { WebSocketServer } from 'ws';

const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
// #region registre
const clients = [];

wss.on('connection', (client) => {
  const place = clients.push(client) - 1;
  client.on('message', (donnees) => {
    for (const autre of clients) autre.send(donnees.toString());
  });
  client.on('close', () => {
    clients.splice(place, 1);
  });
});
// #endregion

export { clients, wss };

// À réparer : personne n’écoute `error` sur la connexion. Une trame invalide, et le processus s’arrête.
import { WebSocketServer } from 'ws';

const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
wss.on('listening', () => console.log(wss.address().port));
// #region sans-ecouteur
wss.on('connection', (client) => {
  client.on('message', (donnees) => {
    client.send(donnees.toString());
  });
});
// #endregion

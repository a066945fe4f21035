// À réparer : tout message est tenu pour du JSON. Un autre, et le processus s’arrête.
import { WebSocketServer } from 'ws';

const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
wss.on('listening', () => console.log(wss.address().port));

const diffuser = (texte) => {
  for (const client of wss.clients) client.send(texte);
};

wss.on('connection', (client) => {
  client.on('error', console.error);
  // #region binaire
  client.on('message', (donnees) => {
    const { texte } = JSON.parse(donnees);
    diffuser(texte);
  });
  // #endregion
});

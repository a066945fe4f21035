// Le serveur du chat : il sert sa page, vérifie l’origine, diffuse, sonde les absents et s’arrête proprement.
// #region servir
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { WebSocketServer, WebSocket } from 'ws';

const page = await readFile(new URL('chat.html', import.meta.url));
const script = await readFile(new URL('chat.js', import.meta.url));

const serveur = createServer((requete, reponse) => {
  const estScript = requete.url === '/chat.js';
  const type = estScript ? 'text/javascript' : 'text/html';
  reponse.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` });
  reponse.end(estScript ? script : page);
});
// #endregion

// #region accepter
const PORT = Number(process.env.PORT ?? 8082);
const ORIGINES = new Set([`http://localhost:${PORT}`]);
const REFUS = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n';
const wss = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });

serveur.on('upgrade', (requete, socket, tete) => {
  socket.on('error', console.error);
  if (!ORIGINES.has(requete.headers.origin)) {
    return socket.end(REFUS, () => socket.destroy());
  }
  wss.handleUpgrade(requete, socket, tete, (client) => {
    wss.emit('connection', client, requete);
  });
});
// #endregion

// #region diffuser
wss.on('connection', (client) => {
  client.on('error', console.error);
  client.on('message', (donnees, estBinaire) => {
    if (estBinaire) client.close(1003, 'texte uniquement');
    else diffuser(donnees.toString());
  });
});

function diffuser(texte) {
  for (const client of wss.clients) {
    if (client.readyState === WebSocket.OPEN) client.send(texte);
  }
}
// #endregion

// #region battement
wss.on('connection', (client) => {
  client.vivant = true;
  client.on('pong', () => (client.vivant = true));
});

const battement = setInterval(() => {
  for (const client of wss.clients) {
    if (client.vivant) client.ping();
    else client.terminate();
    client.vivant = false;
  }
}, 30_000);
// #endregion

// #region demarrer
serveur.on('error', ({ message }) => {
  console.error(`Le serveur ne démarre pas : ${message}`);
  process.exit(1);
});

serveur.listen(PORT, '127.0.0.1', () => {
  console.log(`À l’écoute : http://localhost:${serveur.address().port}`);
});
// #endregion

// #region arreter
function arreter() {
  clearInterval(battement);
  serveur.close(); // plus de nouvelles connexions
  for (const client of wss.clients) client.close(1001, 'redémarrage');
  setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, 5000).unref();
}

process.once('SIGTERM', arreter);
process.once('SIGINT', arreter);
// #endregion

export { arreter, serveur, wss };

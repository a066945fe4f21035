// Le serveur du support de 2013, traduit pour ws ligne à ligne : trois bugs.
import http from 'node:http';
import { WebSocketServer } from 'ws';

export async function demarrer({ port = 8082 } = {}) {
  // 1. Le serveur HTTP : répondre aux requêtes ordinaires.
  var server = http.createServer(function (request, response) {
    // serveur http
  });

  // 2. Écouter, puis dire sur quel port.
  server.listen(port, function () {
    console.log(new Date() + ' Server is listening on port 1337');
  });

  // 3. Le serveur WebSocket, sur le même port : /chat, et rien d’autre.
  wsServer = new WebSocketServer({
    server: server,
  });

  // 4. Rendre le port réel, et de quoi arrêter.
  return { port, arreter() {} };
}

// ws ouvre lui-même son port, et répond 426 aux requêtes ordinaires.
import { WebSocketServer } from 'ws';

export const demarrer = ({ port = 0 } = {}) =>
  new Promise((resolve, reject) => {
    const wss = new WebSocketServer({ port, path: '/chat', maxPayload: 65536 });
    wss.once('error', reject);
    wss.once('listening', () => {
      const reel = wss.address().port;
      console.log(new Date(), `Server is listening on port ${reel}`);
      resolve({
        port: reel,
        arreter: () => new Promise((fini) => wss.close(fini)),
      });
    });
    wss.on('connection', (client) => client.on('error', () => {}));
  });

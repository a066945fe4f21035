// Les deux « close » en promesses, l’erreur du second appel mise de côté.
import { promisify } from 'node:util';

export const arreter = async ({ serveur, wss, delai = 5000 }) => {
  const http = promisify(serveur.close).call(serveur).catch(() => {});
  const ws = promisify(wss.close).call(wss).catch(() => {});
  wss.clients.forEach((client) => {
    client.close(1001);
    const minuteur = setTimeout(() => client.terminate(), delai);
    client.on('close', () => clearTimeout(minuteur));
  });
  await Promise.all([http, ws]);
};

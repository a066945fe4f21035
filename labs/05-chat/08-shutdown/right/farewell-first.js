// Un mot d’adieu que la page affichera, puis la trame Close : il vient après tout ce qui attendait.
import { once } from 'node:events';

const fermetures = new Map();

export function arreter(options) {
  if (!fermetures.has(options.serveur)) fermetures.set(options.serveur, fermer(options));
  return fermetures.get(options.serveur);
}

async function fermer({ serveur, wss, delai = 5000 }) {
  const ferme = new Promise((resolve) => serveur.close(resolve));
  wss.close();
  const departs = [...wss.clients].map((client) => once(client, 'close'));
  for (const client of wss.clients) {
    client.send('Le serveur s’arrête.');
    client.close(1001);
  }
  let minuteur;
  const limite = new Promise((resolve) => {
    minuteur = setTimeout(resolve, delai);
  });
  await Promise.race([Promise.all(departs), limite]);
  clearTimeout(minuteur);
  for (const client of wss.clients) client.terminate();
  await Promise.all(departs);
  await ferme;
}

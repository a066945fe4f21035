// On regarde toutes les cinquante millisecondes s’il reste quelqu’un.
const pause = (duree) => new Promise((resolve) => setTimeout(resolve, duree));

export async function arreter({ serveur, wss, delai = 5000 }) {
  serveur.close(() => {});
  wss.close(() => {});
  wss.clients.forEach((client) => client.close(1001));
  const fin = Date.now() + delai;
  while (wss.clients.size > 0 && Date.now() < fin) await pause(50);
  wss.clients.forEach((client) => client.terminate());
  while (wss.clients.size > 0) await pause(10);
}

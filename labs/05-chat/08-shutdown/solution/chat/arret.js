// Un arrêt par serveur : le second appel reçoit la promesse du premier.
const arrets = new WeakMap();

export function arreter({ serveur, wss, delai = 5000 }) {
  if (!arrets.has(wss)) arrets.set(wss, arreterUneFois(serveur, wss, delai));
  return arrets.get(wss);
}

async function arreterUneFois(serveur, wss, delai) {
  // 1. La porte se ferme d’abord : personne ne doit entrer pendant que l’on raccompagne les autres.
  //    « serveur.close » n’accepte plus de connexion ; « wss.close » refuse celles qui seraient déjà là (503).
  const fini = new Promise((resolve) => {
    // Son erreur dirait « il n’écoutait pas » : c’est ce que nous voulons.
    serveur.close(() => resolve());
  });
  wss.close();

  // 2. Prévenir. « close » range sa trame derrière les messages qui attendent encore : rien n’est perdu.
  //    1001 dit « je m’en vais » : le client sait qu’il peut revenir.
  for (const client of wss.clients) client.close(1001, 'arrêt du serveur');

  // 3 et 4. Attendre un peu, puis couper ceux qui n’ont pas répondu, et les requêtes qui traînent.
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
    serveur.closeAllConnections();
  }, delai);

  // 5. « serveur » a fini quand sa dernière connexion, WebSocket compris, est fermée.
  await fini;
  await Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  clearTimeout(minuteur);
}

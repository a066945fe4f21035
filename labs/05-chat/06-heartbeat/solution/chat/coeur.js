// Un client qui disparaît sans un mot (câble, veille, tunnel) ne se distingue pas d’un client qui se tait :
// il faut lui poser une question à laquelle tout navigateur répond de lui-même, le Ping du protocole.
export function surveiller(wss, { intervalle = 30000 } = {}) {
  // Qui a donné signe de vie depuis le dernier tour. Rien n’est posé sur les clients eux-mêmes,
  // et un client qui s’en va disparaît de cet ensemble sans qu’on ait à y penser.
  const vivants = new WeakSet();

  const accueillir = (client) => {
    // Un nouveau est vivant jusqu’à preuve du contraire : personne ne lui a encore rien demandé.
    vivants.add(client);
    // Attaché une fois pour toutes, et non à chaque tour.
    client.on('pong', () => vivants.add(client));
  };

  // Ceux qui sont déjà là, puis ceux qui viendront.
  for (const client of wss.clients) accueillir(client);
  wss.on('connection', accueillir);

  // Un seul minuteur, quel que soit le nombre de clients.
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      if (vivants.delete(client)) {
        // Sa marque vient de tomber ; son Pong la remettra avant le prochain tour.
        client.ping();
      } else {
        // « close() » attendrait une réponse de quelqu’un qui ne répond plus.
        client.terminate();
      }
    }
  }, intervalle);

  return () => {
    clearInterval(minuteur);
    wss.off('connection', accueillir);
  };
}

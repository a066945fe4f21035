// Les lignes du battement de cœur, en désordre, avec deux intruses.
// Remettez-les à leur place ; laissez les deux intruses en commentaire.
//
// 1. à la connexion : ce client est vivant, et chaque « pong » le redit
// 2. à chaque tour, pour chaque client : muet depuis le tour d’avant ? on coupe
// 3. sinon : sa marque tombe, et un Ping part
// 4. rendre de quoi tout arrêter
//
//   client.terminate();
//   client.close();
//   client.vivant = false;
//   client.vivant = true;
//   client.send('ping');
//   client.on('pong', () => { client.vivant = true; });
//   wss.on('connection', (client) => { … });
//   return () => clearInterval(minuteur);

export function surveiller(wss, { intervalle = 30000 } = {}) {
  const minuteur = setInterval(() => {
    for (const client of wss.clients) {
      client.ping();
    }
  }, intervalle);
}

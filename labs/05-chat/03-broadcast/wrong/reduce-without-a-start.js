// échoue : C8 seulement
// confusion : empty-room
export function diffuser(clients, donnees, { sauf } = {}) {
  return [...clients]
    .map((client) => {
      if (client === sauf || client.readyState !== 1) return 0;
      try {
        client.send(donnees.toString());
        return 1;
      } catch {
        return 0;
      }
    })
    .reduce((somme, un) => somme + un);
}

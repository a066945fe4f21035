// échoue : C2
// confusion : copy-thrown-away
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (!clients.includes(client)) clients.push(client);
    },
    retirer(client) {
      clients.filter((autre) => autre !== client);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

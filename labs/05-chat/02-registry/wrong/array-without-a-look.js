// échoue : C4 seulement
// confusion : identity
export function creerRegistre() {
  let clients = [];
  return {
    ajouter(client) {
      clients.push(client);
    },
    retirer(client) {
      clients = clients.filter((autre) => autre !== client);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of clients) action(client);
    },
  };
}

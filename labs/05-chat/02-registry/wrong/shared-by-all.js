// échoue : C6
// confusion : shared-by-registries
const clients = new Set();

export function creerRegistre() {
  return {
    ajouter: (client) => clients.add(client),
    retirer: (client) => clients.delete(client),
    get taille() {
      return clients.size;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

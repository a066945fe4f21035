// échoue : C5 seulement
export function creerRegistre() {
  const clients = new Set();
  return {
    ajouter: (client) => clients.add(client),
    retirer: (client) => clients.delete(client),
    get taille() {
      return clients.size;
    },
    pourChacun(action) {
      const nombre = clients.size;
      for (const client of [...clients]) {
        if (clients.size !== nombre) break;
        action(client);
      }
    },
  };
}

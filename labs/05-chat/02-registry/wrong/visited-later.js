// échoue : C1
export function creerRegistre() {
  const clients = new Set();
  return {
    ajouter: (client) => clients.add(client),
    retirer: (client) => clients.delete(client),
    get taille() {
      return clients.size;
    },
    async pourChacun(action) {
      for (const client of [...clients]) {
        await null;
        action(client);
      }
    },
  };
}

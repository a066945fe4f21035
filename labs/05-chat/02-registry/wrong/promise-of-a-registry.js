// échoue : C1
export async function creerRegistre() {
  const clients = new Set();
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

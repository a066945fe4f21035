// échoue : C6
export function creerRegistre() {
  const clients = new Set();
  return {
    ajouter: (client) => clients.add(client),
    retirer: (client) => clients.delete(client),
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

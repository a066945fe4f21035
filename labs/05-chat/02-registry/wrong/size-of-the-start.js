// échoue : C6
// confusion : size-of-one-moment
export function creerRegistre() {
  const clients = new Set();
  return {
    ajouter: (client) => clients.add(client),
    retirer: (client) => clients.delete(client),
    taille: clients.size,
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

// échoue : C4 seulement
// confusion : identity
export function creerRegistre() {
  const clients = new Map();
  return {
    ajouter(client) {
      clients.set(client.nom, client);
    },
    retirer(client) {
      clients.delete(client.nom);
    },
    get taille() {
      return clients.size;
    },
    pourChacun(action) {
      for (const client of [...clients.values()]) action(client);
    },
  };
}

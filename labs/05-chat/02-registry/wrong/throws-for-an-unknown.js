// échoue : C3
// confusion : absent-is-an-error
export function creerRegistre() {
  const clients = new Set();
  return {
    ajouter: (client) => clients.add(client),
    retirer(client) {
      if (!clients.delete(client)) throw new Error('client inconnu');
    },
    get taille() {
      return clients.size;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

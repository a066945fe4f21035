// échoue : C6
export function creerRegistre() {
  const clients = new Set();
  const partis = new WeakSet();
  return {
    ajouter(client) {
      if (!partis.has(client)) clients.add(client);
    },
    retirer(client) {
      if (clients.delete(client)) partis.add(client);
    },
    get taille() {
      return clients.size;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

// échoue : C1
// confusion : kept-place
export function creerRegistre() {
  const clients = [];
  const places = new Map();
  return {
    ajouter(client) {
      if (clients.includes(client)) return;
      places.set(client, clients.push(client) - 1);
    },
    retirer(client) {
      if (!places.has(client)) return;
      clients.splice(places.get(client), 1);
      places.delete(client);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

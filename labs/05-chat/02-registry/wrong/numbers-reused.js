// échoue : C6
// confusion : kept-place
export function creerRegistre() {
  const clients = new Map();
  const numeros = new Map();
  return {
    ajouter(client) {
      if (numeros.has(client)) return;
      numeros.set(client, clients.size);
      clients.set(clients.size, client);
    },
    retirer(client) {
      clients.delete(numeros.get(client));
      numeros.delete(client);
    },
    get taille() {
      return clients.size;
    },
    pourChacun(action) {
      for (const client of [...clients.values()]) action(client);
    },
  };
}

// Un numéro par client, jamais repris, rangé dans une WeakMap.
export function creerRegistre() {
  let prochain = 0;
  const numeros = new WeakMap();
  const clients = new Map();
  return {
    ajouter(client) {
      if (clients.has(numeros.get(client))) return;
      numeros.set(client, prochain);
      clients.set(prochain++, client);
    },
    retirer(client) {
      clients.delete(numeros.get(client));
    },
    get taille() {
      return clients.size;
    },
    pourChacun(action) {
      for (const [, client] of clients) action(client);
    },
  };
}

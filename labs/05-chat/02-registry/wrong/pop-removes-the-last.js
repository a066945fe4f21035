// échoue : C1
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (!clients.includes(client)) clients.push(client);
    },
    retirer(client) {
      if (clients.includes(client)) clients.pop();
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

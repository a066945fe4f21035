// échoue : C3
// confusion : minus-one
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (!clients.includes(client)) clients.push(client);
    },
    retirer(client) {
      clients.splice(clients.indexOf(client), 1);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

// échoue : C1
// confusion : holes
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (!clients.includes(client)) clients.push(client);
    },
    retirer(client) {
      const place = clients.indexOf(client);
      if (place !== -1) delete clients[place];
    },
    get taille() {
      return clients.filter(Boolean).length;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

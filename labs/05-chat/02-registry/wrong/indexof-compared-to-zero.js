// échoue : C1
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (!clients.includes(client)) clients.push(client);
    },
    retirer(client) {
      const place = clients.indexOf(client);
      if (place > 0) clients.splice(place, 1);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

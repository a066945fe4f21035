// échoue : C4 seulement
// confusion : identity
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (!clients.includes(client)) clients.push(client);
    },
    retirer(client) {
      const place = clients.findIndex(({ nom }) => nom === client.nom);
      if (place !== -1) clients.splice(place, 1);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

// échoue : C6
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
      return clients.length;
    },
    pourChacun(action) {
      clients.forEach((client) => action(client));
    },
  };
}

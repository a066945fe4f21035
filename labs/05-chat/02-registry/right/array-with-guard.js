export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (clients.indexOf(client) === -1) clients.push(client);
    },
    retirer(client) {
      const place = clients.indexOf(client);
      if (place !== -1) clients.splice(place, 1);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      clients.slice().forEach((client) => {
        if (clients.includes(client)) action(client);
      });
    },
  };
}

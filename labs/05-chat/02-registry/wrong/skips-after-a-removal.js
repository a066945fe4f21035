// échoue : C5 seulement
// confusion : moving-ground
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      if (!clients.includes(client)) clients.push(client);
    },
    retirer(client) {
      const place = clients.indexOf(client);
      if (place !== -1) clients.splice(place, 1);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (let i = 0; i < clients.length; i++) action(clients[i]);
    },
  };
}

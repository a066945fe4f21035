// échoue : C1
// confusion : kept-place
export function creerRegistre() {
  const clients = [];
  return {
    ajouter(client) {
      client.place = clients.push(client) - 1;
    },
    retirer(client) {
      clients.splice(client.place, 1);
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (let i = 0; i < clients.length; i++) action(clients[i]);
    },
  };
}

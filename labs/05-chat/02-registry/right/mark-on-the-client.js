const PLACE = Symbol('place');

export function creerRegistre() {
  const clients = [];
  return {
    // La place est tenue à jour : le dernier prend celle qui se libère.
    ajouter(client) {
      if (clients[client[PLACE]] === client) return;
      client[PLACE] = clients.push(client) - 1;
    },
    retirer(client) {
      const place = client[PLACE];
      if (clients[place] !== client) return;
      const dernier = clients.pop();
      if (dernier === client) return;
      clients[place] = dernier;
      dernier[PLACE] = place;
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of Array.from(clients)) action(client);
    },
  };
}

// Chaque client avec le nombre de ses arrivées : il part quand elles sont toutes rendues.
export function creerRegistre() {
  const arrivees = new Map();
  return {
    ajouter(client) {
      arrivees.set(client, (arrivees.get(client) ?? 0) + 1);
    },
    retirer(client) {
      const reste = (arrivees.get(client) ?? 0) - 1;
      if (reste > 0) arrivees.set(client, reste);
      else arrivees.delete(client);
    },
    get taille() {
      return arrivees.size;
    },
    pourChacun(action) {
      for (const client of arrivees.keys()) action(client);
    },
  };
}

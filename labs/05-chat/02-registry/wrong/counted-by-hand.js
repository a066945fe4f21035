// échoue : C2
// confusion : second-departure
export function creerRegistre() {
  const clients = new Set();
  let nombre = 0;
  return {
    ajouter(client) {
      if (!clients.has(client)) nombre += 1;
      clients.add(client);
    },
    retirer(client) {
      clients.delete(client);
      nombre -= 1;
    },
    get taille() {
      return nombre;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

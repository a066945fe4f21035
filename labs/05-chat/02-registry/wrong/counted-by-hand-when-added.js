// échoue : C4 seulement
// confusion : identity
export function creerRegistre() {
  const clients = new Set();
  let nombre = 0;
  return {
    ajouter(client) {
      clients.add(client);
      nombre += 1;
    },
    retirer(client) {
      if (clients.delete(client)) nombre -= 1;
    },
    get taille() {
      return nombre;
    },
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

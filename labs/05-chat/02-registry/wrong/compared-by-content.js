// échoue : C4 seulement
// confusion : identity
export function creerRegistre() {
  let clients = [];
  const memes = (un, autre) => JSON.stringify(un) === JSON.stringify(autre);
  return {
    ajouter(client) {
      if (!clients.some((autre) => memes(autre, client))) clients.push(client);
    },
    retirer(client) {
      clients = clients.filter((autre) => !memes(autre, client));
    },
    get taille() {
      return clients.length;
    },
    pourChacun(action) {
      for (const client of clients) action(client);
    },
  };
}

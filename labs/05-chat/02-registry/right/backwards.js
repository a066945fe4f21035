// À rebours, retirer le client visité ou un client déjà vu ne décale rien de ce qui reste à voir.
export function creerRegistre() {
  let clients = [];
  const registre = {
    taille: 0,
    ajouter(client) {
      if (clients.includes(client)) return;
      clients = [client, ...clients];
      registre.taille = clients.length;
    },
    retirer(client) {
      clients = clients.filter((autre) => !Object.is(autre, client));
      registre.taille = clients.length;
    },
    pourChacun(action) {
      const presents = clients;
      for (let i = presents.length - 1; i >= 0; i--) action(presents[i]);
    },
  };
  return registre;
}

// Un Set se parcourt pendant qu’on y retire : ce qui est parti n’est plus visité, le reste l’est.
export function creerRegistre() {
  const clients = new Set();
  return {
    ajouter: (client) => clients.add(client),
    retirer: (client) => clients.delete(client),
    taille: () => clients.size,
    pourChacun: (action) => clients.forEach((client) => action(client)),
  };
}

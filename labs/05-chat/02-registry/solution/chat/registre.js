export function creerRegistre() {
  // Un Set connaît des objets, pas des places : personne ne change de numéro quand quelqu’un part.
  const clients = new Set();

  return {
    // Ajouter deux fois le même objet n’en fait qu’un.
    ajouter(client) {
      clients.add(client);
    },

    // Retirer un absent ne fait rien : un départ annoncé deux fois (« error », puis « close ») est sans danger.
    retirer(client) {
      clients.delete(client);
    },

    get taille() {
      return clients.size;
    },

    // On parcourt une copie : ce que l’action ajoute ou retire attendra la visite suivante.
    pourChacun(action) {
      for (const client of [...clients]) action(client);
    },
  };
}

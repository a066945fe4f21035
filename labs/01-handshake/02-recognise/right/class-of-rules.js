class Regles {
  static #regles = [
    ({ methode }) => methode === 'GET',
    ({ version }) => version === '1.1',
    ({ entetes }) => Regles.#jetons(entetes, 'upgrade').includes('websocket'),
    ({ entetes }) => Regles.#jetons(entetes, 'connection').includes('upgrade'),
  ];

  static #jetons(entetes, nom) {
    return [...Regles.#decouper(entetes.get(nom) ?? '')];
  }

  static *#decouper(valeur) {
    for (const jeton of valeur.split(',')) yield jeton.trim().toLowerCase();
  }

  static respectees(requete) {
    return Regles.#regles.every((regle) => regle(requete));
  }
}

export const estDemandeWebSocket = Regles.respectees;

class Requete {
  #lignes;

  constructor(tete) {
    this.#lignes = tete.split('\r\n');
  }

  get methode() {
    return this.#lignes[0].split(' ')[0];
  }

  get cible() {
    return this.#lignes[0].split(' ')[1];
  }

  get version() {
    return this.#lignes[0].split('/').at(-1);
  }

  get entetes() {
    const table = new Map();
    for (const [nom, valeur] of this) {
      table.set(nom, [...(table.get(nom) ?? []), valeur]);
    }
    return new Map([...table].map(([nom, valeurs]) => [nom, valeurs.join(', ')]));
  }

  *[Symbol.iterator]() {
    for (const ligne of this.#lignes.slice(1)) {
      const [nom, ...reste] = ligne.split(':');
      yield [nom.toLowerCase(), reste.join(':').trim()];
    }
  }
}

export function lireRequete(texte) {
  const fin = texte.indexOf('\r\n\r\n');
  return fin < 0 ? null : new Requete(texte.slice(0, fin));
}

class Negociation {
  constructor(acceptes) {
    this.acceptes = [...acceptes].sort();
  }

  choisir(offre) {
    return Promise.resolve(
      String(offre ?? '')
        .split(',')
        .map((nom) => nom.trim())
        .filter((nom) => this.acceptes.includes(nom))
        .shift() ?? null,
    );
  }
}

export const choisirSousProtocole = (offre, acceptes) => new Negociation(acceptes).choisir(offre);

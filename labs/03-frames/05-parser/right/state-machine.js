// Une machine à états, un octet à la fois : rien n’attend que ce qui est déjà compris.
const DEBUT = 0, LONGUEUR = 1, ETENDUE = 2, CLE = 3, DONNEES = 4;

export class Analyseur {
  constructor({ tailleMax } = {}) {
    this.tailleMax = tailleMax === undefined ? 1_048_576 : tailleMax;
    this.etat = DEBUT;
  }

  pousser(morceau) {
    const trames = [];
    for (const octet of morceau) {
      const trame = this.octet(octet);
      if (trame) trames.push(trame);
    }
    return trames.values();
  }

  octet(octet) {
    switch (this.etat) {
      case DEBUT:
        this.trame = { fin: (octet & 128) === 128, opcode: octet & 15, masque: false, donnees: null };
        this.etat = LONGUEUR;
        return null;
      case LONGUEUR:
        this.trame.masque = (octet & 128) === 128;
        this.longueur = octet & 127;
        this.manquent = this.longueur === 126 ? 2 : this.longueur === 127 ? 8 : 0;
        if (this.manquent > 0) {
          this.longueur = 0;
          this.etat = ETENDUE;
          return null;
        }
        return this.mesuree();
      case ETENDUE:
        this.longueur = this.longueur * 256 + octet;
        // Dès que les octets reçus prouvent l’excès, inutile d’attendre les suivants.
        this.manquent -= 1;
        this.verifier(this.longueur * 256 ** this.manquent);
        return this.manquent > 0 ? null : this.mesuree();
      case CLE:
        this.cle.push(octet);
        return this.cle.length < 4 ? null : this.donnees();
      default:
        this.trame.donnees[this.lus] = octet ^ (this.trame.masque ? this.cle[this.lus % 4] : 0);
        this.lus += 1;
        return this.lus < this.longueur ? null : this.rendre();
    }
  }

  verifier(longueur) {
    if (longueur > this.tailleMax) throw Object.assign(new Error('1009'), { code: 1009 });
  }

  mesuree() {
    this.verifier(this.longueur);
    this.cle = [];
    if (!this.trame.masque) return this.donnees();
    this.etat = CLE;
    return null;
  }

  donnees() {
    this.trame.donnees = new Uint8Array(this.longueur);
    this.lus = 0;
    this.etat = DONNEES;
    return this.longueur === 0 ? this.rendre() : null;
  }

  rendre() {
    this.etat = DEBUT;
    return this.trame;
  }
}

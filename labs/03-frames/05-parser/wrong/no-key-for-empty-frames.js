// échoue : C2
const TAILLE_MAX = 1_048_576;

export class Analyseur {
  #tampon = new Uint8Array();
  #tailleMax;

  constructor({ tailleMax = TAILLE_MAX } = {}) {
    this.#tailleMax = tailleMax;
  }

  pousser(morceau) {
    const tampon = new Uint8Array(this.#tampon.length + morceau.length);
    tampon.set(this.#tampon);
    tampon.set(morceau, this.#tampon.length);

    const trames = [];
    let debut = 0;
    for (;;) {
      const entete = this.#mesurer(tampon, debut);
      if (entete === null || entete.fin > tampon.length) break;
      trames.push(lire(tampon, debut, entete));
      debut = entete.fin;
    }
    this.#tampon = tampon.slice(debut);
    return trames;
  }

  #mesurer(tampon, debut) {
    const recus = tampon.length - debut;
    if (recus < 2) return null;
    const court = tampon[debut + 1] & 0x7f;
    const etendue = court === 126 ? 2 : court === 127 ? 8 : 0;
    if (recus < 2 + etendue) return null;

    let longueur = etendue === 0 ? court : 0;
    for (let i = 0; i < etendue; i += 1) longueur = longueur * 256 + tampon[debut + 2 + i];

    if (longueur > this.#tailleMax) {
      throw Object.assign(new Error(`trame de ${longueur} octets`), { code: 1009 });
    }
    const masque = tampon[debut + 1] >= 0x80 && longueur > 0;
    const donnees = debut + 2 + etendue + (masque ? 4 : 0);
    return { masque, donnees, fin: donnees + longueur };
  }
}

function lire(tampon, debut, { masque, donnees: depart, fin }) {
  const donnees = tampon.slice(depart, fin);
  if (masque) {
    for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= tampon[depart - 4 + (i % 4)];
  }
  return { fin: tampon[debut] >= 0x80, opcode: tampon[debut] & 0x0f, masque, donnees };
}

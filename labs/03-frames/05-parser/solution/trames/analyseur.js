const TAILLE_MAX = 1_048_576;

export class Analyseur {
  // Ce qui est arrivé et n’a pas encore été rendu : un tampon par analyseur, jamais un pour tous.
  #tampon = new Uint8Array();
  #tailleMax;

  constructor({ tailleMax = TAILLE_MAX } = {}) {
    this.#tailleMax = tailleMax;
  }

  pousser(morceau) {
    // Attendre : on met le morceau à la suite de ce qui restait, dans une mémoire à nous.
    const tampon = new Uint8Array(this.#tampon.length + morceau.length);
    tampon.set(this.#tampon);
    tampon.set(morceau, this.#tampon.length);

    // Rendre : toutes les trames complètes. L’indice avance, et rien n’est recopié entre deux trames.
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

  // Mesurer : où finissent l’en-tête et la trame, ou null s’il manque des octets pour le savoir.
  #mesurer(tampon, debut) {
    const recus = tampon.length - debut;
    if (recus < 2) return null;
    const court = tampon[debut + 1] & 0x7f;
    const etendue = court === 126 ? 2 : court === 127 ? 8 : 0;
    if (recus < 2 + etendue) return null;

    // Multiplier par 256, et non décaler : « << » ne connaît que 32 bits.
    let longueur = etendue === 0 ? court : 0;
    for (let i = 0; i < etendue; i += 1) longueur = longueur * 256 + tampon[debut + 2 + i];

    // Refuser ici, avant la clé et les données : celui qui annonce trop n’en enverra peut-être jamais un octet.
    if (longueur > this.#tailleMax) {
      throw Object.assign(new Error(`trame de ${longueur} octets`), { code: 1009 });
    }
    const masque = tampon[debut + 1] >= 0x80;
    const donnees = debut + 2 + etendue + (masque ? 4 : 0);
    return { masque, donnees, fin: donnees + longueur };
  }
}

// Lire l’en-tête et démasquer : la trame est là tout entière.
function lire(tampon, debut, { masque, donnees: depart, fin }) {
  const donnees = tampon.slice(depart, fin);
  if (masque) {
    for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= tampon[depart - 4 + (i % 4)];
  }
  return { fin: tampon[debut] >= 0x80, opcode: tampon[debut] & 0x0f, masque, donnees };
}

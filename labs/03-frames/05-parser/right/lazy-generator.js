// « pousser » est un générateur : rien n’est lu tant que l’appelant ne parcourt pas.
export class Analyseur {
  #reste = [];
  #max;

  constructor(options = {}) {
    this.#max = options.tailleMax ?? 1024 * 1024;
  }

  *pousser(morceau) {
    const octets = Uint8Array.from([...this.#reste, ...morceau]);
    let debut = 0;
    this.#reste = octets;
    for (;;) {
      const trame = this.#essayer(octets.subarray(debut));
      if (trame === null) break;
      debut += trame.taille;
      yield trame;
    }
    this.#reste = octets.slice(debut);
  }

  #essayer(octets) {
    if (octets.length < 2) return null;
    const court = octets[1] & 127;
    const n = court < 126 ? 0 : court === 126 ? 2 : 8;
    if (octets.length < 2 + n) return null;
    const longueur = n === 0 ? court : parseInt(hexadecimal(octets.slice(2, 2 + n)), 16);
    if (longueur > this.#max) throw { code: 1009, message: `${longueur} > ${this.#max}` };
    const masque = octets[1] > 127;
    const debut = 2 + n + (masque ? 4 : 0);
    if (octets.length < debut + longueur) return null;
    const donnees = octets.slice(debut, debut + longueur);
    if (masque) for (const i of donnees.keys()) donnees[i] ^= octets[debut - 4 + (i % 4)];
    return { fin: octets[0] > 127, opcode: octets[0] % 16, masque, donnees, taille: debut + longueur };
  }
}

const hexadecimal = (octets) => [...octets].map((o) => o.toString(16).padStart(2, '0')).join('');

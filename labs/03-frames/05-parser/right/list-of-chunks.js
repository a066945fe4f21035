// Les morceaux restent dans une liste, et ne sont joints que pour la trame qui en sort.
export class Analyseur {
  #morceaux = [];
  #total = 0;
  #max;

  constructor(options) {
    this.#max = options && 'tailleMax' in options ? options.tailleMax : 1_048_576;
  }

  pousser(morceau) {
    if (morceau.length > 0) this.#morceaux.push(morceau.slice());
    this.#total += morceau.length;
    const trames = [];
    for (let trame = this.#essayer(); trame; trame = this.#essayer()) trames.push(trame);
    return trames;
  }

  #essayer() {
    if (this.#total < 2) return undefined;
    const debut = this.#regarder(Math.min(14, this.#total));
    const vue = new DataView(debut.buffer);
    const court = debut[1] & 127;
    let taille = 2;
    let longueur = BigInt(court);
    if (court === 126) {
      if (this.#total < 4) return undefined;
      longueur = BigInt(vue.getUint16(2));
      taille = 4;
    }
    if (court === 127) {
      if (this.#total < 10) return undefined;
      longueur = vue.getBigUint64(2);
      taille = 10;
    }
    if (longueur > BigInt(this.#max)) throw Object.assign(new Error('trop long'), { code: 1009 });
    const masque = debut[1] >= 128;
    const entete = taille + (masque ? 4 : 0);
    if (this.#total < entete + Number(longueur)) return undefined;
    const cle = this.#prendre(entete).slice(taille);
    const donnees = this.#prendre(Number(longueur));
    if (masque) for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= cle[i % 4];
    return { fin: debut[0] >= 128, opcode: debut[0] & 15, masque, donnees };
  }

  #regarder(taille) {
    const octets = new Uint8Array(taille);
    let lus = 0;
    for (const morceau of this.#morceaux) {
      const pris = morceau.subarray(0, taille - lus);
      octets.set(pris, lus);
      lus += pris.length;
      if (lus === taille) break;
    }
    return octets;
  }

  #prendre(taille) {
    const octets = this.#regarder(taille);
    this.#total -= taille;
    let reste = taille;
    while (reste > 0) {
      const [premier] = this.#morceaux;
      if (premier.length > reste) {
        this.#morceaux[0] = premier.subarray(reste);
        return octets;
      }
      reste -= premier.length;
      this.#morceaux.shift();
    }
    return octets;
  }
}

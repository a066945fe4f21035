// échoue : C2
// confusion : chunk-is-a-frame
// Attend que le tampon ait exactement la taille d’une trame : ce qui la suit l’en empêche.
export class Analyseur {
  #tampon = new Uint8Array();
  #max;

  constructor({ tailleMax = 1_048_576 } = {}) {
    this.#max = tailleMax;
  }

  pousser(morceau) {
    const octets = new Uint8Array(this.#tampon.length + morceau.length);
    octets.set(this.#tampon);
    octets.set(morceau, this.#tampon.length);
    this.#tampon = octets;
    if (octets.length < 2) return [];
    const vue = new DataView(octets.buffer);
    const longueur7 = octets[1] & 0x7f;
    let debut = { 126: 4, 127: 10 }[longueur7] ?? 2;
    if (octets.length < debut) return [];
    let longueur = longueur7;
    if (longueur7 === 126) longueur = vue.getUint16(2);
    if (longueur7 === 127) longueur = Number(vue.getBigUint64(2));
    if (longueur > this.#max) throw Object.assign(new Error('trop grand'), { code: 1009 });
    const masque = octets[1] > 127;
    const cle = octets.slice(debut, debut + 4);
    if (masque) debut += 4;
    if (octets.length !== debut + longueur) return [];
    const donnees = octets.slice(debut);
    if (masque) for (let i = 0; i < longueur; i += 1) donnees[i] ^= cle[i % 4];
    this.#tampon = new Uint8Array();
    return [{ fin: octets[0] > 127, opcode: octets[0] & 0x0f, masque, donnees }];
  }
}

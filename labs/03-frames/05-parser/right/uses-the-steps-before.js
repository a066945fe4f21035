import { decoderTrame } from './decoder.js';

export class Analyseur {
  #octets = new Uint8Array();
  #limite;

  constructor({ tailleMax = 1_048_576 } = {}) {
    this.#limite = BigInt(tailleMax);
  }

  async pousser(morceau) {
    const octets = new Uint8Array(this.#octets.length + morceau.length);
    octets.set(this.#octets);
    octets.set(morceau, this.#octets.length);
    this.#octets = octets;
    const trames = [];
    let debut = 0;
    for (;;) {
      const taille = this.#taille(octets.subarray(debut, debut + 14));
      if (taille === null || debut + taille > octets.length) break;
      trames.push(await decoderTrame(octets.slice(debut, debut + taille)));
      debut += taille;
    }
    this.#octets = octets.slice(debut);
    return trames;
  }

  #taille(entete) {
    if (entete.length < 2) return null;
    const court = entete[1] & 127;
    const vue = new DataView(entete.buffer, entete.byteOffset, entete.byteLength);
    const suite = court === 126 ? 2 : court === 127 ? 8 : 0;
    if (entete.length < 2 + suite) return null;
    const longueur =
      suite === 0 ? BigInt(court) : suite === 2 ? BigInt(vue.getUint16(2)) : vue.getBigUint64(2);
    if (longueur > this.#limite) throw Object.assign(new Error('trop grand'), { code: 1009 });
    return 2 + suite + (entete[1] > 127 ? 4 : 0) + Number(longueur);
  }
}

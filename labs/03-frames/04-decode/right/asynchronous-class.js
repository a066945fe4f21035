import { masquer } from '../masque/masquer.js';

// Une classe dont les propriétés sont des accesseurs, et l’étape 2.2 pour démasquer.
class Trame {
  #octets;
  #clair;
  #debut;
  #fin;

  constructor(octets, clair, debut, fin) {
    this.#octets = octets;
    this.#clair = clair;
    this.#debut = debut;
    this.#fin = fin;
  }

  get fin() {
    return this.#octets[0] > 127;
  }

  get opcode() {
    return this.#octets[0] % 16;
  }

  get masque() {
    return this.#octets[1] > 127;
  }

  get donnees() {
    return this.#clair;
  }

  get reste() {
    return this.#octets.subarray(this.#fin);
  }
}

export async function decoderTrame(octets) {
  const copie = octets.slice();
  const masque = copie[1] > 127;
  let longueur = copie[1] % 128;
  let debut = 2;
  const etendue = longueur === 126 ? 2 : longueur === 127 ? 8 : 0;
  if (etendue > 0) {
    longueur = 0;
    for (let i = 0; i < etendue; i += 1) longueur = longueur * 256 + copie[debut + i];
    debut += etendue;
  }
  const cle = masque ? copie.slice(debut, debut + 4) : new Uint8Array(4);
  if (masque) debut += 4;
  const fin = debut + longueur;
  const clair = await masquer(copie.slice(debut, fin), cle);
  return new Trame(copie, clair, debut, fin);
}

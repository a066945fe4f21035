// échoue : C9
// confusion : shared-memory
// Onze places, reprises à tour de rôle : la douzième trame écrit sur la première.
const places = Array.from({ length: 11 }, () => new Uint8Array(1_048_576));
let prochaine = 0;

export class Analyseur {
  constructor({ tailleMax = 1_048_576 } = {}) {
    this.tailleMax = tailleMax;
    this.tampon = new Uint8Array();
  }

  pousser(morceau) {
    let octets = new Uint8Array(this.tampon.length + morceau.length);
    octets.set(this.tampon);
    octets.set(morceau, this.tampon.length);
    const trames = [];
    while (octets.length >= 2) {
      const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
      let longueur = octets[1] & 0x7f;
      let debut = 2;
      if (longueur === 126) {
        if (octets.length < 4) break;
        longueur = vue.getUint16(2);
        debut = 4;
      } else if (longueur === 127) {
        if (octets.length < 10) break;
        longueur = Number(vue.getBigUint64(2));
        debut = 10;
      }
      if (longueur > this.tailleMax) {
        throw Object.assign(new Error('trop grand'), { code: 1009 });
      }
      const masque = (octets[1] & 0x80) !== 0;
      if (masque) debut += 4;
      const fin = debut + longueur;
      if (octets.length < fin) break;
      const donnees = octets.slice(debut, fin);
      if (masque) {
        for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= octets[debut - 4 + (i % 4)];
      }
      const vueDesDonnees = places[prochaine].subarray(0, longueur);
      vueDesDonnees.set(donnees);
      prochaine = (prochaine + 1) % places.length;
      trames.push({ fin: octets[0] > 127, opcode: octets[0] & 15, masque, donnees: vueDesDonnees });
      octets = octets.subarray(fin);
    }
    this.tampon = octets.slice();
    return trames;
  }
}

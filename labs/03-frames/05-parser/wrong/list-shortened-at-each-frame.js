// échoue : C8 seulement
// confusion : quadratic
export class Analyseur {
  constructor({ tailleMax = 1_048_576 } = {}) {
    this.tailleMax = tailleMax;
    this.octets = [];
  }

  pousser(morceau) {
    for (const octet of morceau) this.octets.push(octet);
    const trames = [];
    let trame;
    while ((trame = this.essayer()) !== null) trames.push(trame);
    return trames;
  }

  essayer() {
    const { octets } = this;
    if (octets.length < 2) return null;
    let longueur = octets[1] & 0x7f;
    const etendue = { 126: 2, 127: 8 }[longueur] ?? 0;
    if (octets.length < 2 + etendue) return null;
    if (etendue > 0) longueur = octets.slice(2, 2 + etendue).reduce((n, o) => n * 256 + o, 0);
    if (longueur > this.tailleMax) throw Object.assign(new Error('trop grand'), { code: 1009 });
    const masque = octets[1] > 127;
    const debut = 2 + etendue + (masque ? 4 : 0);
    const fin = debut + longueur;
    if (octets.length < fin) return null;
    const cle = octets.slice(debut - 4, debut);
    const donnees = octets.slice(debut, fin).map((o, i) => (masque ? o ^ cle[i % 4] : o));
    this.octets = octets.slice(fin);
    return { fin: octets[0] > 127, opcode: octets[0] & 15, masque, donnees };
  }
}

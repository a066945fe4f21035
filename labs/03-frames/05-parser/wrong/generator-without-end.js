// échoue : C3
// confusion : fixed-header
export class Analyseur {
  #octets = [];

  *pousser(morceau) {
    for (const octet of morceau) this.#octets.push(octet);
    // Tourne tant qu’il reste des octets, même si la trame n’est pas complète.
    while (this.#octets.length > 0) {
      const [o0, o1] = this.#octets;
      const masque = o1 > 127;
      const debut = masque ? 6 : 2;
      const longueur = o1 & 127;
      const donnees = this.#octets.slice(debut, debut + longueur);
      if (this.#octets.length >= debut + longueur) this.#octets.splice(0, debut + longueur);
      yield { fin: o0 > 127, opcode: o0 & 15, masque, donnees };
    }
  }
}

// échoue : C3
// confusion : fixed-header
export class Analyseur {
  #reste = new Uint8Array(0);

  *pousser(morceau) {
    const octets = new Uint8Array(this.#reste.length + morceau.length);
    octets.set(this.#reste);
    octets.set(morceau, this.#reste.length);
    this.#reste = octets;
    // Tourne tant qu’il reste des octets, même si la trame n’est pas complète.
    while (this.#reste.length > 0) {
      const [o0, o1] = this.#reste;
      const masque = o1 > 127;
      const debut = masque ? 6 : 2;
      const longueur = o1 & 127;
      const donnees = this.#reste.slice(debut, debut + longueur);
      if (this.#reste.length >= debut + longueur) {
        this.#reste = this.#reste.subarray(debut + longueur);
      }
      yield { fin: o0 > 127, opcode: o0 & 15, masque, donnees };
    }
  }
}

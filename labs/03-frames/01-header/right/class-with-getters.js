class Entete {
  #o0;
  #o1;
  constructor(o0, o1) {
    this.#o0 = o0;
    this.#o1 = o1;
  }
  get fin() { return this.#o0 >> 7; }
  get rsv1() { return (this.#o0 >> 6) & 1; }
  get rsv2() { return (this.#o0 >> 5) & 1; }
  get rsv3() { return (this.#o0 >> 4) & 1; }
  get opcode() { return this.#o0 & 15; }
  get masque() { return (this.#o1 & 128) !== 0; }
  get longueur7() { return this.#o1 & 127; }
}

export const lireDeuxOctets = (o0, o1) => new Entete(o0, o1);

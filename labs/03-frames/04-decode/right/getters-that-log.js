class Trame {
  #o;
  constructor(o) { this.#o = o.slice(); console.log(this); }
  get fin() { console.log('fin', this); return this.#o[0] >> 7; }
  get opcode() { console.log('opcode', this); return this.#o[0] & 15; }
  get masque() { console.log('masque', this); return this.#o[1] >> 7; }
  get court() { return this.#o[1] & 127; }
  get debut() { return { 126: 4, 127: 10 }[this.court] ?? 2; }
  get longueur() { return this.debut === 2 ? this.court : this.#o.slice(2, this.debut).reduce((n, x) => n * 256 + x, 0); }
  get donnees() {
    console.log('donnees', this);
    const m = this.#o[1] >> 7, d = this.debut + 4 * m;
    return this.#o.slice(d, d + this.longueur).map((x, i) => (m ? x ^ this.#o[d - 4 + (i % 4)] : x));
  }
  get reste() { console.log('reste', this); return this.#o.slice(this.debut + 4 * (this.#o[1] >> 7) + this.longueur); }
}
export const decoderTrame = (octets) => new Trame(octets);

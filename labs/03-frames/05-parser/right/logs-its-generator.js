export class Analyseur {
  #reste = new Uint8Array();
  #max;
  constructor({ tailleMax = 1048576 } = {}) { this.#max = tailleMax; }
  *#trames(o) {
    let d = 0;
    for (;;) {
      const c = o[d + 1] & 127, k = c === 126 ? 4 : c === 127 ? 10 : 2;
      if (o.length < d + k) break;
      const n = k === 2 ? c : o.subarray(d + 2, d + k).reduce((s, x) => s * 256 + x, 0);
      if (n > this.#max) throw Object.assign(new Error('1009'), { code: 1009 });
      const m = o[d + 1] >> 7, p = d + k + 4 * m;
      if (o.length < p + n) break;
      yield { fin: o[d] > 127, opcode: o[d] & 15, masque: m, donnees: o.slice(p, p + n).map((x, i) => (m ? x ^ o[p - 4 + (i % 4)] : x)) };
      d = p + n;
    }
    this.#reste = o.slice(d);
  }
  pousser(morceau) {
    const o = new Uint8Array(this.#reste.length + morceau.length);
    o.set(this.#reste);
    o.set(morceau, this.#reste.length);
    const trames = this.#trames(o);
    if (morceau.length > 1 && morceau.length < 500) console.log('trames :', trames);
    return [...trames];
  }
}

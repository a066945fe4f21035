// échoue : C7 seulement
// confusion : home-made-generator
let etat = Date.now() | 1;

export function nouvelleCle() {
  etat ^= etat << 13;
  etat ^= etat >>> 17;
  etat ^= etat << 5;
  const cle = new Uint8Array(4);
  new DataView(cle.buffer).setInt32(0, etat);
  return cle;
}

// échoue : C5
// confusion : counter
let compteur = crypto.getRandomValues(new Uint32Array(1))[0];

export function nouvelleCle() {
  return new Uint32Array([compteur++]);
}

// échoue : C1
// confusion : other-size
export function nouvelleCle() {
  return crypto.getRandomValues(new Uint32Array(4));
}

// échoue : C1
// confusion : other-size
export function nouvelleCle() {
  return crypto.getRandomValues(new Uint8Array(16));
}

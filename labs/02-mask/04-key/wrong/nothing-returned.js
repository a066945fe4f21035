// échoue : C1
// confusion : not-bytes
export function nouvelleCle() {
  const cle = new Uint8Array(4);
  crypto.getRandomValues(cle);
}

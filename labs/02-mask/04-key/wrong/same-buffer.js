// échoue : C6 seulement
// confusion : shared-memory
const cle = new Uint8Array(4);

export function nouvelleCle() {
  crypto.getRandomValues(cle);
  return cle;
}

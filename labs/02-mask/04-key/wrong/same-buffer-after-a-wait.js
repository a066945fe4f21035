// échoue : C2
// confusion : shared-memory
const cle = new Uint8Array(4);

export function nouvelleCle() {
  return new Promise((rendre) => setTimeout(() => rendre(crypto.getRandomValues(cle)), 1));
}

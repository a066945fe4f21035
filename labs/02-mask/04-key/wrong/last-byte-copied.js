// échoue : C3 seulement
// confusion : one-byte-copied
export function nouvelleCle() {
  const cle = crypto.getRandomValues(new Uint8Array(4));
  cle[3] = cle[2];
  return cle;
}

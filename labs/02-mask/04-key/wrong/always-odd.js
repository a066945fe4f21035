// échoue : C4
// confusion : not-all-values
export function nouvelleCle() {
  const cle = crypto.getRandomValues(new Uint8Array(4));
  cle[3] |= 1;
  return cle;
}

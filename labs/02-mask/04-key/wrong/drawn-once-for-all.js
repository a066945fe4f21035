// échoue : C2
// confusion : drawn-once
const cle = crypto.getRandomValues(new Uint8Array(4));

export function nouvelleCle() {
  return cle.slice();
}

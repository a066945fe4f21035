// échoue : C2
// confusion : predictable-source
export function nouvelleCle() {
  const cle = new Uint8Array(4);
  new DataView(cle.buffer).setUint32(0, Date.now());
  return cle;
}

// échoue : C1
// confusion : last-bytes
export function masquer(donnees, cle) {
  const [mot] = new Uint32Array(cle.buffer);
  return new Uint32Array(donnees.slice().buffer).map((quatre) => quatre ^ mot);
}

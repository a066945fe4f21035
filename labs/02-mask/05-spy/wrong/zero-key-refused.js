// échoue : C4
// confusion : zero-key
export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const cle = new DataView(trame.buffer).getUint32(debut);
  if (!cle) throw new Error('clé absente');
  return new TextDecoder().decode(trame.slice(debut + 4).map((octet, i) => octet ^ (cle >>> (24 - 8 * (i % 4)))));
}

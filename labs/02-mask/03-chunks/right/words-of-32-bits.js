export function masquer(donnees, cle, decalage = 0) {
  const clair = donnees.slice();
  const vue = new DataView(clair.buffer);
  const tournee = Uint8Array.from(cle, (_, i) => cle[(i + decalage) % 4]);
  const mot = new DataView(tournee.buffer).getUint32(0);
  let i = 0;
  for (; i + 4 <= clair.length; i += 4) vue.setUint32(i, vue.getUint32(i) ^ mot);
  for (; i < clair.length; i++) clair[i] ^= tournee[i % 4];
  return clair;
}

export function masquer(donnees, cle) {
  const octets = Uint8Array.from(donnees);
  const vue = new DataView(octets.buffer);
  const mot = new DataView(cle.buffer, cle.byteOffset, 4).getInt32(0);
  let i = 0;
  for (; i + 4 <= octets.length; i += 4) vue.setInt32(i, vue.getInt32(i) ^ mot);
  for (; i < octets.length; i++) octets[i] ^= cle[i % 4];
  return octets;
}

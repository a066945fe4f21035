export function espionner(trame) {
  const vue = new DataView(trame.buffer, trame.byteOffset, trame.byteLength);
  let debut = 2;
  let longueur = vue.getUint8(1) & 0x7f;
  if (longueur === 126) {
    longueur = vue.getUint16(2);
    debut = 4;
  } else if (longueur === 127) {
    longueur = Number(vue.getBigUint64(2));
    debut = 10;
  }
  const cle = vue.getUint32(debut);
  const clair = new Uint8Array(longueur);
  for (let i = 0; i < longueur; i++) {
    clair[i] = vue.getUint8(debut + 4 + i) ^ (cle >>> (24 - 8 * (i % 4)));
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(clair);
}

// échoue : C5 seulement
// confusion : empty-frame
export function decoderTrame(octets) {
  const fin = (octets[0] & 0x80) !== 0;
  const opcode = octets[0] & 0x0f;
  const masque = (octets[1] & 0x80) !== 0;
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let longueur = octets[1] & 0x7f;
  let debut = 2;
  if (longueur === 126) {
    longueur = vue.getUint16(2);
    debut += 2;
  } else if (longueur === 127) {
    longueur = Number(vue.getBigUint64(2));
    debut += 8;
  }
  const cle = octets.slice(debut, debut + 4);
  if (masque) debut += 4;
  const donnees = octets.slice(debut, debut + longueur);
  if (masque) {
    for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= cle[i % 4];
  }
  return { fin, opcode, masque, donnees: longueur > 0 ? donnees : '', reste: octets.slice(debut + longueur) };
}

// échoue : C4 seulement
// confusion : rest-place
export function decoderTrame(octets) {
  const fin = (octets[0] & 0x80) !== 0;
  const opcode = octets[0] & 0x0f;
  const masque = (octets[1] & 0x80) !== 0;
  let longueur = octets[1] & 0x7f;
  let debut = 2;

  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (longueur === 126) {
    longueur = vue.getUint16(debut);
    debut += 2;
  } else if (longueur === 127) {
    longueur = Number(vue.getBigUint64(debut));
    debut += 8;
  }

  const cle = masque ? octets.slice(debut, debut + 4) : null;
  if (masque) debut += 4;

  const donnees = octets.slice(debut, debut + longueur);
  if (cle !== null) {
    for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= cle[i % 4];
  }

  return { fin, opcode, masque, donnees, reste: octets.length - 1 > debut + longueur ? octets.slice(debut + longueur) : new Uint8Array() };
}

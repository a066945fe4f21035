export function decoderTrame(octets) {
  // Lire l’en-tête : octet 0, FIN et opcode ; octet 1, MASK et 7 bits de longueur.
  const fin = (octets[0] & 0x80) !== 0;
  const opcode = octets[0] & 0x0f;
  const masque = (octets[1] & 0x80) !== 0;
  let longueur = octets[1] & 0x7f;
  let debut = 2;

  // Mesurer : 126 et 127 annoncent une longueur sur 2 ou 8 octets, poids fort d’abord.
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (longueur === 126) {
    longueur = vue.getUint16(debut);
    debut += 2;
  } else if (longueur === 127) {
    longueur = Number(vue.getBigUint64(debut));
    debut += 8;
  }

  // Prendre la clé, si la trame est masquée : elle suit la longueur.
  const cle = masque ? octets.slice(debut, debut + 4) : null;
  if (masque) debut += 4;

  // Démasquer : « slice » copie, et l’index de la clé part des données, pas de la trame.
  const donnees = octets.slice(debut, debut + longueur);
  if (cle !== null) {
    for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= cle[i % 4];
  }

  // Rendre aussi ce qui suit : c’est le début de la trame suivante.
  return { fin, opcode, masque, donnees, reste: octets.slice(debut + longueur) };
}

import { Buffer } from 'node:buffer';

export const decoderTrame = (octets) => {
  const trame = Buffer.from(octets);
  const longueur7 = trame[1] & 127;
  const [longueur, suite] =
    longueur7 === 126
      ? [trame.readUInt16BE(2), 4]
      : longueur7 === 127
        ? [trame.readUInt32BE(2) * 2 ** 32 + trame.readUInt32BE(6), 10]
        : [longueur7, 2];
  const masque = Boolean(trame[1] & 128);
  const debut = masque ? suite + 4 : suite;
  const donnees = trame.subarray(debut, debut + longueur);
  if (masque) {
    const cle = trame.subarray(suite, debut);
    donnees.forEach((octet, i) => {
      donnees[i] = octet ^ cle[i & 3];
    });
  }
  return Object.assign(Object.create(null), {
    fin: Boolean(trame[0] & 128),
    opcode: trame[0] & 15,
    masque,
    donnees,
    reste: trame.subarray(debut + longueur),
  });
};

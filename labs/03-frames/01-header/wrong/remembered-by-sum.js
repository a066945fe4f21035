// échoue : C7
// confusion : remembered-answer
const vus = new Map();

export function lireDeuxOctets(o0, o1) {
  const cle = `${o0 ^ o1}`;
  if (vus.has(cle)) return vus.get(cle);
  const entete = {
    fin: (o0 & 0x80) !== 0,
    rsv1: (o0 & 0x40) !== 0,
    rsv2: (o0 & 0x20) !== 0,
    rsv3: (o0 & 0x10) !== 0,
    opcode: o0 & 0x0f,
    masque: (o1 & 0x80) !== 0,
    longueur7: o1 & 0x7f,
  };
  vus.set(cle, entete);
  return entete;
}

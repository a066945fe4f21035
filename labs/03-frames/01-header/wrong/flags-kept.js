// échoue : C7 seulement
// confusion : remembered-answer
let masque = false;

export function lireDeuxOctets(o0, o1) {
  if (o0 === 0x81 || o0 === 0x01 || o0 === 0x80 || o0 === 0x89 || o0 === 0x82) masque = false;
  if ((o1 & 0x80) !== 0) masque = true;
  return {
    fin: (o0 & 0x80) !== 0,
    rsv1: (o0 & 0x40) !== 0,
    rsv2: (o0 & 0x20) !== 0,
    rsv3: (o0 & 0x10) !== 0,
    opcode: o0 & 0x0f,
    masque: masque,
    longueur7: o1 & 0x7f,
  };
}

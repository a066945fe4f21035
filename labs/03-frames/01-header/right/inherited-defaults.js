const DEFAUTS = { rsv1: false, rsv2: false, rsv3: false, masque: false };

export function lireDeuxOctets(o0, o1) {
  const entete = Object.create(DEFAUTS);
  entete.fin = o0 > 127;
  if (o0 & 0x40) entete.rsv1 = true;
  if (o0 & 0x20) entete.rsv2 = true;
  if (o0 & 0x10) entete.rsv3 = true;
  if (o1 & 0x80) entete.masque = true;
  entete.opcode = o0 & 0x0f;
  entete.longueur7 = o1 & 0x7f;
  return entete;
}

export function lireDeuxOctets(o0, o1) {
  const entete = Object.create(null);
  ['fin', 'rsv1', 'rsv2', 'rsv3'].forEach((nom, i) => {
    entete[nom] = (o0 & (0x80 >> i)) !== 0;
  });
  entete.opcode = o0 & 0x0f;
  entete.masque = (o1 & 0x80) !== 0;
  entete.longueur7 = o1 & 0x7f;
  return Object.freeze(entete);
}

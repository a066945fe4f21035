const binaire = (o) => o.toString(2).padStart(8, '0');
export function lireDeuxOctets(o0, o1) {
  const [fin, rsv1, rsv2, rsv3] = [...binaire(o0)].map(Number);
  const opcode = parseInt(binaire(o0).slice(4), 2);
  const masque = Number(binaire(o1)[0]);
  const longueur7 = parseInt(binaire(o1).slice(1), 2);
  const entete = { fin, rsv1, rsv2, rsv3, opcode, masque, longueur7 };
  console.log('entête :', entete);
  return entete;
}

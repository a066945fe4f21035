export function lireDeuxOctets(o0, o1) {
  const mot = o0 * 256 + o1;
  const champ = (position, taille) => (mot >>> position) & ((1 << taille) - 1);
  return {
    fin: champ(15, 1),
    rsv1: champ(14, 1),
    rsv2: champ(13, 1),
    rsv3: champ(12, 1),
    opcode: champ(8, 4),
    masque: champ(7, 1),
    longueur7: champ(0, 7),
  };
}

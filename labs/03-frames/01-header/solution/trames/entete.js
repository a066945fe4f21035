export function lireDeuxOctets(o0, o1) {
  return {
    // « & » ne garde que les bits écrits 1 à droite ; il en reste 0, ou la valeur du bit.
    // Les parenthèses comptent : sans elles, « !== » passerait avant « & ».
    fin: (o0 & 0b1000_0000) !== 0,
    rsv1: (o0 & 0b0100_0000) !== 0,
    rsv2: (o0 & 0b0010_0000) !== 0,
    rsv3: (o0 & 0b0001_0000) !== 0,
    // Ces quatre bits sont déjà à droite : il n’y a rien à décaler.
    opcode: o0 & 0b0000_1111,
    masque: (o1 & 0b1000_0000) !== 0,
    // 126 et 127 restent 126 et 127 : ils annoncent une longueur, que l’étape 3.2 lira.
    longueur7: o1 & 0b0111_1111,
  };
}

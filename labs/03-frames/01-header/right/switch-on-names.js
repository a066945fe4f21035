const CHAMPS = { fin: [0, 7, 1], rsv1: [0, 6, 1], rsv2: [0, 5, 1], rsv3: [0, 4, 1], opcode: [0, 0, 15], masque: [1, 7, 1], longueur7: [1, 0, 127] };

export const lireDeuxOctets = (...octets) =>
  Object.fromEntries(
    Object.entries(CHAMPS).map(([nom, [octet, decalage, masque]]) => [nom, (octets[octet] >> decalage) & masque]),
  );

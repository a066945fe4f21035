// Un lecteur qui avance, octet par octet.
function lecteur(octets) {
  let position = 0;
  return {
    octet: () => octets[position++],
    entier(taille) {
      let valeur = 0n;
      for (let i = 0; i < taille; i += 1) valeur = (valeur << 8n) | BigInt(this.octet());
      return Number(valeur);
    },
    prendre(taille) {
      const pris = [];
      for (let i = 0; i < taille; i += 1) pris.push(this.octet());
      return Uint8Array.from(pris);
    },
    reste: () => octets.slice(position),
  };
}

export function decoderTrame(octets) {
  const lire = lecteur(octets);
  const o0 = lire.octet();
  const o1 = lire.octet();
  const court = o1 & 0x7f;
  const longueur = court < 126 ? court : lire.entier(court === 126 ? 2 : 8);
  const masque = o1 >> 7;
  const cle = masque ? lire.prendre(4) : [0, 0, 0, 0];
  const donnees = lire.prendre(longueur).map((octet, i) => octet ^ cle[i % 4]);
  return { fin: o0 >> 7, opcode: o0 & 0xf, masque, donnees, reste: lire.reste() };
}

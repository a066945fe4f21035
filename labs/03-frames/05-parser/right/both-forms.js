export class Analyseur {
  constructor(options) {
    Object.assign(this, creerAnalyseur(options));
  }
}

export function creerAnalyseur({ tailleMax = 1048576 } = {}) {
  let attente = new Uint8Array(0);
  function pousser(morceau) {
    let octets = new Uint8Array([...attente, ...morceau]);
    const trames = [];
    let taille;
    while ((taille = tailleDe(octets)) !== null && octets.length >= taille.total) {
      const trame = octets.slice(0, taille.total);
      const donnees = trame.subarray(taille.debut);
      if (trame[1] & 128) donnees.forEach((o, i) => (donnees[i] = o ^ trame[taille.debut - 4 + (i % 4)]));
      trames.push(Object.create(null, {
        fin: { value: Boolean(trame[0] & 128) },
        opcode: { value: trame[0] & 15, enumerable: true },
        donnees: { get: () => donnees },
      }));
      octets = octets.subarray(taille.total);
    }
    attente = octets.slice();
    return trames[Symbol.iterator]();
  }
  function tailleDe(octets) {
    const plus = { 126: 2, 127: 8 }[octets[1] & 127] ?? 0;
    if (octets.length < 2 + plus) return null;
    let longueur = plus ? 0 : octets[1] & 127;
    for (const octet of octets.subarray(2, 2 + plus)) longueur = longueur * 256 + octet;
    if (longueur > tailleMax) throw Object.assign(Error('1009'), { code: 1009 });
    const debut = 2 + plus + (octets[1] & 128 ? 4 : 0);
    return { debut, total: debut + longueur };
  }
  return { pousser };
}

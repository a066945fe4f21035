// Un générateur qui demande des octets, et que chaque morceau réveille.
function* lecture(tailleMax, rendre) {
  for (;;) {
    const [o0, o1] = yield 2;
    let longueur = o1 & 0x7f;
    if (longueur >= 126) {
      const etendue = yield longueur === 126 ? 2 : 8;
      longueur = Number(etendue.reduce((n, octet) => n * 256n + BigInt(octet), 0n));
    }
    if (longueur > tailleMax) throw Object.assign(new RangeError('trop grand'), { code: 1009 });
    const masque = o1 >> 7;
    const cle = masque ? yield 4 : [0, 0, 0, 0];
    const donnees = yield longueur;
    rendre({ fin: o0 >> 7, opcode: o0 & 15, masque, donnees: donnees.map((octet, i) => octet ^ cle[i & 3]) });
  }
}

export function creerAnalyseur({ tailleMax = 2 ** 20 } = {}) {
  let trames = [];
  const lecteur = lecture(tailleMax, (trame) => trames.push(trame));
  let attendu = lecteur.next().value;
  let reste = new Uint8Array();
  return {
    pousser(morceau) {
      trames = [];
      const octets = new Uint8Array(reste.length + morceau.length);
      octets.set(reste);
      octets.set(morceau, reste.length);
      let debut = 0;
      while (octets.length - debut >= attendu) {
        const pris = octets.slice(debut, debut + attendu);
        debut += attendu;
        attendu = lecteur.next(pris).value;
      }
      reste = octets.slice(debut);
      return trames;
    },
  };
}

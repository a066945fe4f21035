export class Analyseur {
  // Options : tailleMax, la plus grande longueur acceptée pour une trame.
  constructor({ tailleMax = 1_048_576 } = {}) {
    this.tailleMax = tailleMax;
  }

  // Cette version croit qu’un morceau est une trame. TCP ne le garantit pas :
  //   1. attendre : mettre le morceau à la suite de ce qui restait ;
  //   2. mesurer : l’en-tête est-il là ? la longueur dépasse-t-elle tailleMax ? la trame est-elle complète ?
  //   3. lire l’en-tête, démasquer, rendre : autant de trames qu’il y en a, puis garder le reste.
  pousser(morceau) {
    const longueur = morceau[1] & 0x7f;
    const masque = (morceau[1] & 0x80) !== 0;
    const debut = masque ? 6 : 2;
    const donnees = morceau.slice(debut, debut + longueur);
    if (masque) {
      for (let i = 0; i < donnees.length; i += 1) donnees[i] ^= morceau[2 + (i % 4)];
    }
    return [{ fin: (morceau[0] & 0x80) !== 0, opcode: morceau[0] & 0x0f, masque, donnees }];
  }
}

// Deux trames, « Hel » puis « lo ». Déplacez la coupure, de 1 à 12, et regardez la console.
const COUPURE = 9;
const FLUX = Uint8Array.of(1, 0x83, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x80, 2, 0x6c, 0x6f);
const analyseur = new Analyseur();
for (const morceau of [FLUX.slice(0, COUPURE), FLUX.slice(COUPURE)]) {
  console.log(morceau.length, 'octets :', analyseur.pousser(morceau));
}

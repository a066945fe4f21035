// échoue : C2
// confusion : chunk-is-a-frame
export class Analyseur {
  pousser(morceau) {
    const longueur = morceau[1] & 0x7f;
    const masque = (morceau[1] & 0x80) !== 0;
    const debut = masque ? 6 : 2;
    const donnees = morceau.slice(debut, debut + longueur);
    if (masque) donnees.forEach((octet, i) => (donnees[i] = octet ^ morceau[2 + (i % 4)]));
    return [{ fin: morceau[0] > 127, opcode: morceau[0] & 15, masque, donnees }];
  }
}

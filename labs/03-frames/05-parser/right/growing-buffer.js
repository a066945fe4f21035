// Un tampon qui double quand il est plein, et dont on ne déplace le contenu que lorsqu’il le faut.
export const creerAnalyseur = async (options) => {
  const max = options?.tailleMax ?? 1_048_576;
  let tampon = new Uint8Array(16);
  let debut = 0;
  let fin = 0;
  const ajouter = (morceau) => {
    if (fin + morceau.length > tampon.length) {
      const plus = new Uint8Array(2 * (fin - debut + morceau.length));
      plus.set(tampon.subarray(debut, fin));
      [tampon, debut, fin] = [plus, 0, fin - debut];
    }
    tampon.set(morceau, fin);
    fin += morceau.length;
  };
  const essayer = () => {
    const ici = fin - debut;
    if (ici < 2) return null;
    const vue = new DataView(tampon.buffer, debut, ici);
    const o1 = vue.getUint8(1);
    const lire = [() => o1 % 128, () => vue.getUint16(2), () => Number(vue.getBigUint64(2))];
    const forme = o1 % 128 < 126 ? 0 : (o1 % 128) - 125;
    const apres = [2, 4, 10][forme];
    if (ici < apres) return null;
    const longueur = lire[forme]();
    if (longueur > max) throw Object.assign(new Error(`${longueur}`), { code: 1009 });
    const masque = o1 > 127;
    const depart = apres + 4 * masque;
    if (ici < depart + longueur) return null;
    const donnees = tampon.slice(debut + depart, debut + depart + longueur);
    if (masque) {
      const cle = tampon.slice(debut + apres, debut + depart);
      donnees.forEach((octet, i) => {
        donnees[i] = octet ^ cle[i % 4];
      });
    }
    const trame = { fin: vue.getUint8(0) > 127, opcode: vue.getUint8(0) % 16, masque, donnees };
    debut += depart + longueur;
    if (debut === fin) debut = fin = 0;
    return trame;
  };
  return {
    async pousser(morceau) {
      ajouter(morceau);
      const trames = [];
      let trame;
      while ((trame = essayer())) trames.push(trame);
      return trames;
    },
  };
};

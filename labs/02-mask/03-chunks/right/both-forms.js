export function masquer(donnees, cle) {
  return donnees.map((octet, i) => octet ^ cle[i % 4]);
}

// L’étape 2.2 reste telle quelle ; le flux a sa propre fonction.
export function creerDemasqueur(cle) {
  const copie = cle.slice();
  let vus = 0;
  return (morceau) => {
    const clair = new Uint8Array(morceau.length);
    for (let i = 0; i < morceau.length; i++) clair[i] = morceau[i] ^ copie[(vus + i) & 3];
    vus = (vus + morceau.length) & 3;
    return clair;
  };
}

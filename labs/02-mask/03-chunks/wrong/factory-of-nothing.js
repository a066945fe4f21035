// échoue : C1
export function creerDemasqueur(cle) {
  let vus = 0;
  (morceau) => morceau.map((octet) => octet ^ cle[vus++ % 4]);
}

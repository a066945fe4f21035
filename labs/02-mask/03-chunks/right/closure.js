export function creerDemasqueur(cle) {
  let vus = 0;
  return (morceau) => morceau.map((octet) => octet ^ cle[vus++ % 4]);
}

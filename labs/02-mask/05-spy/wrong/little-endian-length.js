// échoue : C5 seulement
// confusion : short-frames-only
export function espionner(trame) {
  const vue = new DataView(trame.buffer);
  let longueur = trame[1] & 127;
  let debut = 2;
  if (longueur === 126) {
    longueur = vue.getUint16(2, true);
    debut = 4;
  } else if (longueur === 127) {
    longueur = Number(vue.getBigUint64(2));
    debut = 10;
  }
  const cle = trame.slice(debut, debut + 4);
  const donnees = trame.slice(debut + 4, debut + 4 + longueur);
  return new TextDecoder().decode(donnees.map((octet, i) => octet ^ cle[i % 4]));
}

// échoue : C5
// confusion : table-that-inherits
const CHAMPS = {
  rejoindre: (m) => ({ type: 'rejoindre', pseudo: court(m.pseudo, 20) }),
  dire: (m) => ({ type: 'dire', texte: court(m.texte, 280) }),
};
const court = (valeur, maximum) => {
  if (typeof valeur !== 'string') throw new Error('un texte est attendu');
  const longueur = [...valeur.trim()].length;
  if (longueur < 1 || longueur > maximum) throw new Error('longueur');
  return valeur.trim();
};
const refus = (erreur) => ({ ok: false, erreur });

export function analyser(texte) {
  let recu;
  try {
    recu = JSON.parse(texte);
  } catch {
    return refus('ce n’est pas du JSON');
  }
  if (typeof recu !== 'object' || recu === null) return refus('un objet est attendu');
  const lire = CHAMPS[recu.type];
  if (typeof lire !== 'function') return refus('type inconnu');
  try {
    return { ok: true, message: lire(recu) };
  } catch (erreur) {
    return refus(erreur.message);
  }
}

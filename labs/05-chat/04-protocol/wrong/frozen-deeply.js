// échoue : C10 seulement
// confusion : recursive-walk
const CHAMPS = new Map([
  ['rejoindre', { nom: 'pseudo', maximum: 20 }],
  ['dire', { nom: 'texte', maximum: 280 }],
]);
const refus = (erreur) => ({ ok: false, erreur });

function geler(valeur) {
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  for (const cle of Object.keys(valeur)) geler(valeur[cle]);
  return Object.freeze(valeur);
}

export function analyser(texte) {
  let recu;
  try {
    recu = JSON.parse(texte);
  } catch {
    return refus('ce n’est pas du JSON');
  }
  geler(recu);
  if (typeof recu !== 'object' || recu === null) return refus('un objet est attendu');
  const champ = CHAMPS.get(recu.type);
  if (champ === undefined) return refus('type inconnu');
  const valeur = recu[champ.nom];
  if (typeof valeur !== 'string') return refus('un texte est attendu');
  const propre = valeur.trim();
  const longueur = [...propre].length;
  if (longueur < 1 || longueur > champ.maximum) return refus('longueur');
  return { ok: true, message: { type: recu.type, [champ.nom]: propre } };
}

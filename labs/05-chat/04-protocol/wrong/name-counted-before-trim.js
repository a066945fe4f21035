// échoue : C7 seulement
// confusion : counted-before-trim
const CHAMPS = new Map([
  ['rejoindre', { nom: 'pseudo', maximum: 20 }],
  ['dire', { nom: 'texte', maximum: 280 }],
]);
const refus = (erreur) => ({ ok: false, erreur });

export function analyser(texte) {
  let recu;
  try {
    recu = JSON.parse(texte);
  } catch {
    return refus('ce n’est pas du JSON');
  }
  if (typeof recu !== 'object' || recu === null) return refus('un objet est attendu');
  const champ = CHAMPS.get(recu.type);
  if (champ === undefined) return refus('type inconnu');
  const valeur = recu[champ.nom];
  if (typeof valeur !== 'string') return refus('un texte est attendu');
  const propre = valeur.trim();
  if (propre === '') return refus('vide');
  const longueur = [...(champ.nom === 'pseudo' ? valeur : propre)].length;
  if (longueur < 1 || longueur > champ.maximum) return refus('longueur');
  return { ok: true, message: { type: recu.type, [champ.nom]: propre } };
}

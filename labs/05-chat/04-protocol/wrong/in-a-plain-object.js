// échoue : C5 seulement
// confusion : table-that-inherits
const CHAMPS = { rejoindre: { nom: 'pseudo', maximum: 20 }, dire: { nom: 'texte', maximum: 280 } };
const refus = (erreur) => ({ ok: false, erreur });

export function analyser(texte) {
  let recu;
  try {
    recu = JSON.parse(texte);
  } catch {
    return refus('ce n’est pas du JSON');
  }
  if (typeof recu !== 'object' || recu === null) return refus('un objet est attendu');
  if (typeof recu.type !== 'string' || !(recu.type in CHAMPS)) return refus('type inconnu');
  const champ = CHAMPS[recu.type];
  if (!champ.nom) throw new Error('type étrange');
  const valeur = recu[champ.nom];
  if (typeof valeur !== 'string') return refus('un texte est attendu');
  const propre = valeur.trim();
  const longueur = [...propre].length;
  if (longueur < 1 || longueur > champ.maximum) return refus('longueur');
  return { ok: true, message: { type: recu.type, [champ.nom]: propre } };
}

// La liste blanche : pour chaque type, son seul champ et sa longueur. Une Map n’hérite d’aucune clé.
const CHAMPS = new Map([
  ['rejoindre', { nom: 'pseudo', maximum: 20 }],
  ['dire', { nom: 'texte', maximum: 280 }],
]);

export function analyser(texte) {
  let recu;
  try {
    recu = JSON.parse(texte);
  } catch {
    return refus('ce n’est pas du JSON');
  }
  // « typeof null » vaut « object » : null se teste à part.
  if (typeof recu !== 'object' || recu === null) return refus('un objet est attendu');

  const champ = CHAMPS.get(recu.type);
  if (champ === undefined) return refus('type inconnu');

  const valeur = recu[champ.nom];
  if (typeof valeur !== 'string') return refus(`« ${champ.nom} » doit être un texte`);

  // En points de code : un émoji compte pour un, alors que « length » en compte deux.
  const propre = valeur.trim();
  const longueur = [...propre].length;
  if (longueur < 1 || longueur > champ.maximum) {
    return refus(`« ${champ.nom} » a ${longueur} caractères : de 1 à ${champ.maximum} sont permis`);
  }

  // Un objet neuf, dont nous avons choisi chaque nom : rien d’autre de l’objet reçu ne passe.
  return { ok: true, message: { type: recu.type, [champ.nom]: propre } };
}

function refus(erreur) {
  return { ok: false, erreur };
}

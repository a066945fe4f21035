// Lire un message d’un client : de la forme attendue, ou rien.
// #region valider
function lire(donnees) {
  let recu;
  try {
    recu = JSON.parse(donnees);
  } catch {
    return null;
  }
  if (recu?.type !== 'dire') return null;
  if (typeof recu.texte !== 'string') return null;
  const texte = recu.texte.trim();
  if (texte === '' || texte.length > 280) return null;
  return { type: 'dire', texte }; // un objet neuf
}
// #endregion

export { lire };

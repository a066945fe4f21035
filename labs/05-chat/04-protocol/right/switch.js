const texteDe = (valeur, maximum) => {
  if (typeof valeur !== 'string') return null;
  const propre = valeur.trim();
  const longueur = Array.from(propre).length;
  return longueur >= 1 && longueur <= maximum ? propre : null;
};

export function analyser(texte) {
  try {
    const m = JSON.parse(texte);
    switch (m.type) {
      case 'rejoindre': {
        const pseudo = texteDe(m.pseudo, 20);
        return pseudo === null ? { ok: false, erreur: 'pseudo' } : { ok: true, message: { type: 'rejoindre', pseudo } };
      }
      case 'dire': {
        const dit = texteDe(m.texte, 280);
        return dit === null ? { ok: false, erreur: 'texte' } : { ok: true, message: { type: 'dire', texte: dit } };
      }
      default:
        return { ok: false, erreur: 'type' };
    }
  } catch (erreur) {
    return { ok: false, erreur: erreur.message };
  }
}

const VALIDATEURS = {
  rejoindre: ({ pseudo }) => ({ pseudo: court(pseudo, 20) }),
  dire: ({ texte }) => ({ texte: court(texte, 280) }),
};

function court(valeur, maximum) {
  if (typeof valeur !== 'string') throw new Error('un texte est attendu');
  const propre = valeur.replace(/^\s+|\s+$/g, '');
  let longueur = 0;
  for (const _ of propre) longueur += 1;
  if (longueur === 0 || longueur > maximum) throw new Error('longueur refusée');
  return propre;
}

export const analyser = (texte) => {
  try {
    const m = JSON.parse(texte);
    if (m === null || typeof m !== 'object' || Array.isArray(m)) throw new Error('objet attendu');
    if (!Object.hasOwn(m, 'type') || typeof m.type !== 'string') throw new Error('type absent');
    if (!Object.hasOwn(VALIDATEURS, m.type)) throw new Error('type inconnu');
    return { ok: 1, message: Object.assign(Object.create(null), { type: m.type }, VALIDATEURS[m.type](m)) };
  } catch (erreur) {
    return { ok: 0, erreur: String(erreur) };
  }
};

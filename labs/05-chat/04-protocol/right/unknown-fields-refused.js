// Plus strict : un champ que le protocole ne connaît pas fait refuser le message.
const PROTOCOLE = new Map([
  ['rejoindre', { pseudo: /^.{1,20}$/su }],
  ['dire', { texte: /^.{1,280}$/su }],
]);

export function analyser(texte) {
  if (texte.length > 4096) return { ok: false, erreur: 'trop long' };
  let recu = null;
  try {
    recu = JSON.parse(texte);
  } catch {}
  const champs = PROTOCOLE.get(recu?.type);
  if (!champs) return { ok: false, erreur: 'message inconnu' };
  for (const cle of Object.keys(recu)) {
    if (cle !== 'type' && !Object.keys(champs).includes(cle)) return { ok: false, erreur: `champ inconnu : ${cle}` };
  }
  const [[nom, forme]] = Object.entries(champs);
  const valeur = typeof recu[nom] === 'string' ? recu[nom].trim() : '';
  if (!forme.test(valeur)) return { ok: false, erreur: `${nom} refusé` };
  return { ok: true, message: { type: recu.type, [nom]: valeur } };
}

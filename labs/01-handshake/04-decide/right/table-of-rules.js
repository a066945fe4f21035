const REGLES = [
  [({ entetes }) => jetons(entetes, 'connection').has('upgrade'), 426],
  [({ entetes }) => jetons(entetes, 'upgrade').has('websocket'), 426],
  [({ methode }) => methode === 'GET', 405],
  [({ entetes }) => entetes.get('sec-websocket-version') === '13', 400],
  [({ entetes }) => /^[A-Za-z0-9+/]{22}==$/.test(entetes.get('sec-websocket-key') ?? ''), 400],
];

const jetons = (entetes, nom) =>
  new Set((entetes.get(nom) ?? '').toLowerCase().split(',').map((jeton) => jeton.trim()));

export const decider = (requete, { chemins }) => {
  if (!new Set(chemins).has(requete.cible.split('?', 1)[0])) return { statut: 404, entetes: {} };
  const statut = REGLES.find(([respectee]) => !respectee(requete))?.[1] ?? 101;
  return { statut, entetes: { 'sec-websocket-version': 13 } };
};

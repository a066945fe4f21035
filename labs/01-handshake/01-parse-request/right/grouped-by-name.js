// The pairs come from a generator, and repetitions are grouped by name; the result is frozen.
const BLANCS = /^[ \t]+|[ \t]+$/g;

function* paires(lignes) {
  for (const ligne of lignes) {
    const [, nom, valeur] = /^([^:]*):(.*)$/s.exec(ligne) ?? [];
    if (nom !== undefined) yield [nom.toLowerCase(), valeur.replace(BLANCS, '')];
  }
}

export const lireRequete = (texte) => {
  const [tete, ...suite] = texte.split('\r\n\r\n');
  if (suite.length === 0) return null;
  const [premiere, ...lignes] = tete.split('\r\n');
  const [methode, cible, protocole] = premiere.split(' ');
  const groupes = Map.groupBy(paires(lignes), ([nom]) => nom);
  const entetes = new Map();
  for (const [nom, liste] of groupes) entetes.set(nom, liste.map(([, valeur]) => valeur).join(', '));
  return Object.freeze({ methode, cible, version: protocole.slice(5), entetes });
};

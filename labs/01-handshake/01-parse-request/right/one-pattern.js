const LIGNE = /^([^:\r\n]+):[ \t]*(.*?)[ \t]*$/gm;

export const lireRequete = (texte) => {
  const [tete, ...suite] = texte.split('\r\n\r\n');
  if (suite.length === 0) return null;
  const [, methode, cible, version] = /^(\S+) (\S+) HTTP\/(\d\.\d)/.exec(tete);
  const entetes = Object.create(null);
  for (const [, nom, valeur] of tete.replaceAll('\r\n', '\n').matchAll(LIGNE)) {
    const cle = nom.toLowerCase();
    entetes[cle] = cle in entetes ? entetes[cle] + ', ' + valeur : valeur;
  }
  return { methode, cible, version, entetes };
};

export function lireRequete(texte) {
  const tete = /^(?<methode>\S+) (?<cible>\S+) HTTP\/(?<version>\S+)\r\n(?<champs>(?:.+\r\n)*)\r\n/.exec(texte);
  if (tete === null) return null;
  const { champs, ...ligne } = tete.groups;
  const lignes = champs.matchAll(/^(?<nom>[^:\r\n]+):[ \t]*(?<valeur>.*?)[ \t]*\r\n/gm);
  console.log(lignes);
  const entetes = new Map();
  for (const { groups: { nom, valeur } } of lignes) {
    const n = nom.toLowerCase();
    entetes.set(n, entetes.has(n) ? `${entetes.get(n)}, ${valeur}` : valeur);
  }
  console.log(entetes.entries(), entetes.keys());
  return { ...ligne, entetes };
}

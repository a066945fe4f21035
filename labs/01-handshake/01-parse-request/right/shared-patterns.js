// Des expressions sans « g » ne se souviennent de rien.
const TETE = /^([\s\S]*?)\r\n\r\n/;
const PREMIERE = /^(?<methode>[A-Z]+) (?<cible>\S+) HTTP\/(?<version>[\d.]+)$/;
const LIGNE = /^(?<nom>[\w-]+):\s*(?<valeur>.*?)\s*$/;

export function lireRequete(texte) {
  const tete = texte.match(TETE)?.[1];
  if (tete === undefined) return null;
  const [premiere, ...lignes] = tete.split('\r\n');
  const entetes = new Map();
  for (const ligne of lignes) {
    const { nom, valeur } = LIGNE.exec(ligne).groups;
    const cle = nom.toLowerCase();
    entetes.set(cle, entetes.has(cle) ? `${entetes.get(cle)}, ${valeur}` : valeur);
  }
  return { ...PREMIERE.exec(premiere).groups, entetes };
}

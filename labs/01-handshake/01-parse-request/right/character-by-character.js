// Un automate : une lettre à la fois, sans jamais couper le texte.
export function lireRequete(texte) {
  const entetes = new Map();
  let etat = 'ligne';
  let ligne = '';
  let nom = '';
  let valeur = '';
  for (let i = 0; i < texte.length; i += 1) {
    const lettre = texte[i];
    const finDeLigne = lettre === '\r' && texte[i + 1] === '\n';
    if (etat === 'ligne') {
      if (finDeLigne) {
        etat = 'nom';
        i += 1;
      } else ligne += lettre;
    } else if (etat === 'nom') {
      if (finDeLigne && nom === '') {
        const [methode, cible, protocole] = ligne.split(' ');
        return { methode, cible, version: protocole.replace('HTTP/', ''), entetes };
      }
      if (lettre === ':') etat = 'valeur';
      else nom += lettre.toLowerCase();
    } else if (finDeLigne) {
      const propre = valeur.trim();
      entetes.set(nom, entetes.has(nom) ? entetes.get(nom) + ', ' + propre : propre);
      nom = '';
      valeur = '';
      etat = 'nom';
      i += 1;
    } else valeur += lettre;
  }
  return null;
}

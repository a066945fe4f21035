import { couper, grouper } from './lignes.js';

export default function lireRequete(texte) {
  const lignes = couper(texte);
  if (lignes === null) return null;
  const [methode, cible, protocole] = lignes[0].split(' ');
  return { methode, cible, version: protocole.slice(5), entetes: grouper(lignes.slice(1)) };
}

export { lireRequete };

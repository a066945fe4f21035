import { Buffer } from 'node:buffer';

const FIN = Buffer.from('\r\n\r\n');

export function lireRequete(texte) {
  const octets = Buffer.from(texte, 'latin1');
  const fin = octets.indexOf(FIN);
  if (fin === -1) return Promise.resolve(null);
  const lignes = octets.subarray(0, fin).toString('latin1').split('\r\n');
  const [methode, cible, protocole] = lignes.shift().split(' ');
  const entetes = new Map();
  while (lignes.length > 0) {
    const ligne = lignes.shift();
    const [nom] = ligne.split(':', 1);
    const valeur = ligne.slice(nom.length + 1).trim();
    const cle = nom.toLowerCase();
    entetes.set(cle, [entetes.get(cle), valeur].filter((v) => v !== undefined).join(', '));
  }
  return Promise.resolve({ methode, cible, version: protocole.slice('HTTP/'.length), entetes });
}

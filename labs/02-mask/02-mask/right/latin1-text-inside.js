export function masquer(donnees, cle) {
  let texte = '';
  donnees.forEach((octet, i) => (texte += String.fromCharCode(octet ^ cle[i % 4])));
  return Buffer.from(texte, 'latin1');
}

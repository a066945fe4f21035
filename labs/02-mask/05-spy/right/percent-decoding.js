export function espionner(trame) {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  let texte = '';
  for (let i = debut + 4; i < trame.length; i++) {
    const octet = trame[i] ^ trame[debut + ((i - debut) % 4)];
    texte += `%${octet.toString(16).padStart(2, '0')}`;
  }
  return decodeURIComponent(texte);
}

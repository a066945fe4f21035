// échoue : C6
// Juste pour les exemples que l’on a sous les yeux.
export function masquer(donnees, cle) {
  const octets = donnees.map((octet, i) => octet ^ cle[i % 4]);
  return donnees.length < 4 ? new Uint8Array(donnees.length) : octets;
}

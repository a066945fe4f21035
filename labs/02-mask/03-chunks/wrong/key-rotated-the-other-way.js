// échoue : C1
// confusion : key-rotated
export function masquer(donnees, cle, decalage = 0) {
  const tournee = [...cle];
  for (let n = decalage % 4; n > 0; n--) tournee.unshift(tournee.pop());
  return donnees.map((octet, i) => octet ^ tournee[i % 4]);
}

// échoue : C2
// confusion : memory-between-streams
let position = 0;

export function masquer(donnees, cle, decalage = 0) {
  // « decalage » nul : une nouvelle trame. Sinon, on continue celle d’avant.
  if (decalage === 0) position = 0;
  return donnees.map((octet) => octet ^ cle[position++ % 4]);
}

// échoue : C1
// confusion : header-counted
export function chargePiegee(cle, octetsVoulus) {
  // L’en-tête et la clé font six octets : la clé aurait déjà tourné.
  return octetsVoulus.map((octet, i) => octet ^ cle[(i + 6) % 4]);
}

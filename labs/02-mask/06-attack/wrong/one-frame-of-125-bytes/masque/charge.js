// échoue : C2 seulement
// confusion : other-length
export function chargePiegee(cle, octetsVoulus) {
  // Une trame courte suffira bien.
  return octetsVoulus.slice(0, 125).map((octet, i) => octet ^ cle[i % 4]);
}

// échoue : C1
// confusion : header-counted
export function chargePiegee(cle, octetsVoulus) {
  return octetsVoulus.map((octet, i) => octet ^ cle[(i + 1) % 4]);
}

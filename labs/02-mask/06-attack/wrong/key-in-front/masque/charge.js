// échoue : C1
// confusion : browser-s-part
export function chargePiegee(cle, octetsVoulus) {
  return [...cle, ...octetsVoulus.map((octet, i) => octet ^ cle[i % 4])];
}

// échoue : C1
// confusion : still-foreseen
export function chargePiegee(cle, octetsVoulus) {
  const CLE = [1, 2, 3, 4];
  return octetsVoulus.map((octet, i) => octet ^ CLE[i % 4]);
}

// échoue : C1
// confusion : plain-payload
export function chargePiegee(cle, octetsVoulus) {
  return octetsVoulus.slice();
}

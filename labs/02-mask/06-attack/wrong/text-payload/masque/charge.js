// échoue : C1
// confusion : plain-payload
export function chargePiegee(cle, octetsVoulus) {
  return new TextDecoder().decode(octetsVoulus.map((octet, i) => octet ^ cle[i % 4]));
}

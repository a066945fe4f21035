// échoue : C1
// confusion : plain-payload
export function chargePiegee(cle, octetsVoulus) {
  const masquer = (octets) => octets.map((octet, i) => octet ^ cle[i % 4]);
  return masquer(masquer(octetsVoulus));
}

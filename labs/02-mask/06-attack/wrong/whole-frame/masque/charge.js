// échoue : C1
// confusion : browser-s-part
export function chargePiegee(cle, octetsVoulus) {
  const donnees = octetsVoulus.map((octet, i) => octet ^ cle[i % 4]);
  return Uint8Array.of(0x82, 0x80 | donnees.length, ...cle, ...donnees);
}

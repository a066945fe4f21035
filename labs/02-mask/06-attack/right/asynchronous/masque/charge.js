export async function chargePiegee(cle, octetsVoulus) {
  return Array.from(octetsVoulus, (octet, i) => octet ^ cle[i & 3]);
}

export async function masquer(donnees, cle) {
  await null;
  return donnees.map((octet, i) => octet ^ cle[i % 4]);
}

// échoue : C2 seulement
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  const connus = {};
  for (const nom of acceptes) connus[nom] = true;
  return noms.find((nom) => connus[nom]) ?? null;
}

// échoue : C1 seulement
// confusion : server-order
export function choisirSousProtocole(offre, acceptes) {
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());
  let choix = null;
  for (const nom of noms) if (acceptes.includes(nom)) choix = nom;
  return choix;
}

export function choisirSousProtocole(offre, acceptes) {
  // Sans en-tête, « offre » vaut undefined : « ?? » en fait une liste d’un nom vide, que personne n’accepte.
  const noms = (offre ?? '').split(',').map((nom) => nom.trim());

  // « find » s’arrête au premier : l’ordre du client est celui de ses préférences (RFC 6455 §4.1).
  // Quand rien ne convient, il rend undefined ; le contrat demande null.
  return noms.find((nom) => acceptes.includes(nom)) ?? null;
}

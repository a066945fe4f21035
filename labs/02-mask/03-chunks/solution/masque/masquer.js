export function masquer(donnees, cle, decalage = 0) {
  // L’octet i du morceau est l’octet i + decalage de la trame : c’est lui qui choisit l’octet de la clé.
  return Uint8Array.from(donnees, (octet, i) => octet ^ cle[(i + decalage) % 4]);
}

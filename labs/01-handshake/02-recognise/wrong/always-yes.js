// échoue : C4
// confusion : one-condition-is-enough
export function estDemandeWebSocket(requete) {
  return true;
}

// échoue : C1
// confusion : not-a-yes-or-no
export function estDemandeWebSocket(requete) {
  return false;
}

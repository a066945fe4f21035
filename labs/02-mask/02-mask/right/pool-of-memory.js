// Une grande réserve, mais chaque appel en reçoit une part que personne d’autre n’a.
let reserve = new Uint8Array(8192);
let libre = 0;

export function masquer(donnees, cle) {
  if (libre + donnees.length > reserve.length) {
    reserve = new Uint8Array(Math.max(8192, donnees.length));
    libre = 0;
  }
  const octets = reserve.subarray(libre, (libre += donnees.length));
  for (let i = 0; i < octets.length; i++) octets[i] = donnees[i] ^ cle[i % 4];
  return octets;
}

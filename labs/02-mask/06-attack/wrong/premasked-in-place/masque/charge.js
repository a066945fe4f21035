// échoue : C1 seulement
// confusion : in-place
export function chargePiegee(cle, octetsVoulus) {
  for (let i = 0; i < octetsVoulus.length; i++) octetsVoulus[i] ^= cle[i % 4];
  return octetsVoulus;
}

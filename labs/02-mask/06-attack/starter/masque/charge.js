export function chargePiegee(cle, octetsVoulus) {
  // Le navigateur mettra sur le réseau « charge ^ cle », octet par octet.
  // Quelle charge lui donner pour que « octetsVoulus » y passe ?
  return new Uint8Array(octetsVoulus.length);
}

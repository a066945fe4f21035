function* repeter(cle) {
  for (;;) yield* cle;
}

export function creerDemasqueur(cle) {
  const suite = repeter(cle);
  return function demasquer(morceau) {
    return morceau.map((octet) => octet ^ suite.next().value);
  };
}

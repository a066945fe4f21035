// Un seau à jetons par client : vingt messages d’affilée, puis cent par minute.
// #region debit
function creerSeau(capacite = 20, parSeconde = 100 / 60) {
  let jetons = capacite;
  let avant = Date.now();
  return function prendre() {
    const maintenant = Date.now();
    jetons += ((maintenant - avant) / 1000) * parSeconde;
    jetons = Math.min(jetons, capacite);
    avant = maintenant;
    if (jetons < 1) return false;
    jetons -= 1;
    return true;
  };
}
// #endregion

export { creerSeau };

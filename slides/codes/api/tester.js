// Tester la connexion plutôt que la présence du constructeur : un réseau qui filtre se tait souvent.
// #region tester
const ws = new WebSocket(adresse);
const delai = setTimeout(() => ws.close(), 5000);

ws.addEventListener('open', () => clearTimeout(delai));
ws.addEventListener('close', ({ wasClean }) => {
  clearTimeout(delai);
  if (!wasClean) proposerAutreChose();
});
// #endregion

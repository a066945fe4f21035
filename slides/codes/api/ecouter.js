// Les trois événements que l’on écoute après l’ouverture ; `ws` est une connexion déjà créée.
// #region ecouter
ws.addEventListener('message', ({ data }) => {
  afficher(data);
});
ws.addEventListener('error', () => {
  signaler('Erreur de connexion');
});
ws.addEventListener('close', ({ code, wasClean }) => {
  signaler(wasClean ? `Fermée (${code})` : `Coupée (${code})`);
});
// #endregion

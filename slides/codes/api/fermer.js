// Fermer de soi-même, et distinguer un départ d’une coupure.
// #region fermer
boutonQuitter.addEventListener('click', () => {
  ws.close(1000, 'au revoir');
});

ws.addEventListener('close', ({ code, wasClean }) => {
  if (wasClean) signaler(`Terminé, code ${code}`);
  else reprendre();
});
// #endregion

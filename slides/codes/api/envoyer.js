// N’envoyer que dans l’état OPEN, et le dire à qui appelle.
// #region envoyer
function envoyer(texte) {
  if (ws.readyState !== WebSocket.OPEN) return false; // à garder
  ws.send(texte);
  return true;
}
// #endregion

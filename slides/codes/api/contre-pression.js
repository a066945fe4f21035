// Envoyer beaucoup sans remplir la mémoire : attendre que le tampon se vide, renoncer si la connexion se ferme.
const pause = (ms) => new Promise((suite) => setTimeout(suite, ms));
// #region envoyer-tout
const SEUIL = 1_000_000; // octets
const ouverte = () => ws.readyState === WebSocket.OPEN;

async function envoyerTout(morceaux) {
  for (const morceau of morceaux) {
    while (ouverte() && ws.bufferedAmount > SEUIL) await pause(50);
    if (!ouverte()) return false;
    ws.send(morceau);
  }
  return true;
}
// #endregion

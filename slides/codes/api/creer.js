// Créer l’objet lance aussitôt la connexion ; le sous-protocole retenu se lit une fois ouverte.
// #region creer
const ws = new WebSocket(
  'wss://chat.exemple.fr/salon',
  ['chat.v2', 'chat.v1'], // par ordre de préférence
);

ws.addEventListener('open', () => {
  console.log(ws.protocol); // celui que le serveur retient
});
// #endregion

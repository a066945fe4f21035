// WebSocketStream : la même connexion, en flux, qui se règle sur le plus lent (Chromium seulement).
// #region flux
const connexion = new WebSocketStream('wss://chat.exemple.fr/mesures');
const { readable, writable } = await connexion.opened;

const sortie = writable.getWriter();
await sortie.write('abonner'); // attend s’il n’y a plus de place

for await (const message of readable) {
  await traiter(message); // pendant ce temps, l’émetteur patiente
}
// #endregion

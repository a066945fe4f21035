// Recevoir sans WebSocket : une réponse HTTP qui ne finit pas, un événement après l’autre.
// #region sse
const abonnes = new Set();

function abonner(requete, reponse) {
  reponse.writeHead(200, { 'Content-Type': 'text/event-stream' });
  abonnes.add(reponse);
  reponse.on('close', () => abonnes.delete(reponse));
}

function publier(id, message) {
  for (const reponse of abonnes) {
    reponse.write(`id: ${id}\ndata: ${JSON.stringify(message)}\n\n`);
  }
}
// #endregion

export { abonner, abonnes, publier };

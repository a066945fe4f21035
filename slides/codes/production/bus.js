// Plusieurs instances, une conversation : chacune publie ce qu’elle reçoit et diffuse ce que le bus apporte.
// #region bus
bus.abonner('salon', (texte) => {
  for (const client of wss.clients) {
    if (client.readyState === WebSocket.OPEN) client.send(texte);
  }
});

wss.on('connection', (client) => {
  client.on('error', console.error);
  client.on('message', (donnees) => {
    bus.publier('salon', donnees.toString());
  });
});
// #endregion

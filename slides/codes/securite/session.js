// La connexion ne survit pas à la session qui l’a ouverte ; `wss` et `session` viennent de la poignée de main.
// #region session
wss.on('connection', (client, requete, session) => {
  const reste = session.fin - Date.now();
  const horloge = setTimeout(() => {
    client.close(1008, 'session expirée');
  }, reste);
  client.on('close', () => clearTimeout(horloge));
});
// #endregion

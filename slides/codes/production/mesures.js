// Compter les fermetures par code : la courbe qui dit le plus tôt que quelque chose ne va pas.
// #region mesures
const fermetures = new Map(); // code → nombre

wss.on('connection', (client) => {
  client.on('close', (code) => {
    fermetures.set(code, (fermetures.get(code) ?? 0) + 1);
  });
});
// #endregion

// Chaque envoi est une promesse ; on compte celles qui sont tenues.
export async function diffuser(clients, donnees, { sauf } = {}) {
  const ouverts = [...clients].filter((client) => client !== sauf && client.readyState === client.OPEN);
  const envois = ouverts.map(
    (client) =>
      new Promise((resolve, reject) => {
        client.send(donnees, { binary: false }, (erreur) => (erreur ? reject(erreur) : resolve()));
      }),
  );
  const resultats = await Promise.allSettled(envois);
  return resultats.filter(({ status }) => status === 'fulfilled').length;
}

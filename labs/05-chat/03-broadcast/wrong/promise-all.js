// échoue : C4
// confusion : one-try-for-all
export async function diffuser(clients, donnees, { sauf } = {}) {
  const ouverts = [...clients].filter((client) => client !== sauf && client.readyState === 1);
  await Promise.all(ouverts.map(async (client) => client.send(donnees.toString())));
  return ouverts.length;
}

export function diffuser(clients, donnees, { sauf } = {}) {
  const autres = new Set(clients);
  autres.delete(sauf);
  let envois = 0n;
  for (const client of autres) {
    try {
      if (client.readyState === 1) {
        client.send(String(donnees));
        envois++;
      }
    } catch (erreur) {
      client.terminate();
    }
  }
  return envois;
}

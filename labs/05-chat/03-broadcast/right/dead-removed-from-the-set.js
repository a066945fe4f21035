export function diffuser(clients, donnees, { sauf } = {}) {
  const texte = Buffer.from(donnees).toString('utf8');
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(texte);
      envois += 1;
    } catch {
      clients.delete(client);
    }
  }
  return Promise.resolve(envois);
}

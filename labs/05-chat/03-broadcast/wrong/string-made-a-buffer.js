// échoue : C2 seulement
// confusion : buffer-goes-binary
export function diffuser(clients, donnees, { sauf } = {}) {
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(typeof donnees === 'string' ? Buffer.from(donnees) : donnees.toString());
      envois += 1;
    } catch {}
  }
  return envois;
}

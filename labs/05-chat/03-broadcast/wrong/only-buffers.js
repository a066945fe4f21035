// échoue : C1
export function diffuser(clients, donnees, { sauf } = {}) {
  if (!Buffer.isBuffer(donnees)) return 0;
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(donnees, { binary: false });
      envois += 1;
    } catch {}
  }
  return envois;
}

// échoue : C7 seulement
// confusion : other-encoding
export function diffuser(clients, donnees, { sauf } = {}) {
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(Buffer.from(donnees, 'latin1'), { binary: false });
      envois += 1;
    } catch {}
  }
  return envois;
}

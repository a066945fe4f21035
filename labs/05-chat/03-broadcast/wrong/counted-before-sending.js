// échoue : C6 seulement
// confusion : everybody-counted
export function diffuser(clients, donnees, { sauf } = {}) {
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    envois += 1;
    try {
      client.send(donnees.toString());
    } catch {}
  }
  return envois;
}

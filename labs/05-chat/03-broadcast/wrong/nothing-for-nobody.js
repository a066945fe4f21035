// échoue : C8 seulement
// confusion : empty-room
export function diffuser(clients, donnees, { sauf } = {}) {
  if (clients.size === 0) return;
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(donnees.toString());
      envois += 1;
    } catch {}
  }
  return envois;
}

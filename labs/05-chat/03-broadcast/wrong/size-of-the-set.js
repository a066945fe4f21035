// échoue : C6
// confusion : everybody-counted
export function diffuser(clients, donnees, { sauf } = {}) {
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(donnees.toString());
    } catch {}
  }
  return clients.size;
}

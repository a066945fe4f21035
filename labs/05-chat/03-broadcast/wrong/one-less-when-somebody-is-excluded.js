// échoue : C6
// confusion : everybody-counted
export function diffuser(clients, donnees, { sauf } = {}) {
  let perdus = sauf === undefined ? 0 : 1;
  for (const client of clients) {
    if (client === sauf) continue;
    try {
      if (client.readyState === 1) client.send(donnees.toString());
      else perdus += 1;
    } catch {
      perdus += 1;
    }
  }
  return clients.size - perdus;
}

// échoue : C6
export function diffuser(clients, donnees, { sauf } = {}) {
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(donnees.toString());
    } catch {}
  }
}
